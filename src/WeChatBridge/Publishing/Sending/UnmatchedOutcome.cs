using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// What an event said of a task that no publication is known to have: the event was quicker than the answer that names the task, or that
/// answer was lost. It waits until the task is known.
/// </summary>
internal sealed class UnmatchedOutcome
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private UnmatchedOutcome()
    {
    }

    public long Id { get; private set; }

    public string AccountKey { get; private set; } = "";

    public SendingAct Act { get; private set; }

    public string TaskId { get; private set; } = "";

    /// <summary>The <see cref="TaskReport"/>, as JSON.</summary>
    public string Report { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Keeps a report; the first of a task stays.</summary>
    public static async Task KeepAsync(
        BridgeContext context, string accountKey, TaskReport report, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await Of(context, accountKey, report.Act, report.TaskId).AnyAsync(cancellationToken))
        {
            return;
        }

        context.Add(new UnmatchedOutcome
        {
            AccountKey = accountKey,
            Act = report.Act,
            TaskId = report.TaskId,
            Report = JsonSerializer.Serialize(report, Json),
            ReceivedAt = at,
        });
    }

    /// <summary>Takes out what was said of the publication's task; null where nothing was.</summary>
    public static async Task<TaskReport?> TakeAsync(BridgeContext context, Publication publication)
    {
        if (await Of(context, publication.AccountKey, publication.Act, publication.TaskId).SingleOrDefaultAsync() is not { } kept)
        {
            return null;
        }

        context.Remove(kept);
        return JsonSerializer.Deserialize<TaskReport>(kept.Report, Json);
    }

    /// <summary>Takes out what was said of the task that this came of: its answer was lost, so that nobody knew the task's number.</summary>
    public static async Task<TaskReport?> TakeByArticleAsync(BridgeContext context, string accountKey, string articleId)
    {
        var waiting = await context.Set<UnmatchedOutcome>()
            .Where(one => one.AccountKey == accountKey && one.Act == SendingAct.Publish && one.Report.Contains(articleId)).ToListAsync();
        foreach (var one in waiting)
        {
            if (JsonSerializer.Deserialize<TaskReport>(one.Report, Json) is { } report && report.ArticleId == articleId)
            {
                context.Remove(one);
                return report;
            }
        }

        return null;
    }

    /// <summary>
    /// What was said, since this publication was handed over, of tasks nobody knows: one of them may be its own. The first comes first.
    /// </summary>
    public static async Task<IReadOnlyList<HeardOutcome>> SinceAsync(
        BridgeContext context, Publication publication, CancellationToken cancellationToken)
    {
        var since = publication.SubmittedAt ?? publication.BegunAt;
        var heard = await context.Set<UnmatchedOutcome>().AsNoTracking()
            .Where(one => one.AccountKey == publication.AccountKey && one.Act == publication.Act && one.ReceivedAt >= since)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return
        [
            .. from one in heard
               let report = JsonSerializer.Deserialize<TaskReport>(one.Report, Json)
               where report is not null
               select new HeardOutcome(one.ReceivedAt, report),
        ];
    }

    private static IQueryable<UnmatchedOutcome> Of(BridgeContext context, string accountKey, SendingAct act, string taskId) =>
        context.Set<UnmatchedOutcome>().Where(one => one.AccountKey == accountKey && one.Act == act && one.TaskId == taskId);

    internal sealed class Mapping : IEntityTypeConfiguration<UnmatchedOutcome>
    {
        public void Configure(EntityTypeBuilder<UnmatchedOutcome> builder)
        {
            builder.ToTable("UnmatchedOutcomes").HasKey(one => one.Id);
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.TaskId).HasMaxLength(64);
            builder.HasIndex(one => new { one.AccountKey, one.Act, one.TaskId }).IsUnique();
        }
    }
}

/// <summary>What the platform said of a task that is not known to be any publication's.</summary>
/// <param name="At">When it was heard.</param>
/// <param name="Report">What was said.</param>
internal sealed record HeardOutcome(DateTimeOffset At, TaskReport Report);
