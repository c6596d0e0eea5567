using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Audit;
using WeChatBridge.Callbacks;
using WeChatBridge.Notices;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations;

/// <summary>
/// Deletes what has been kept as long as followers were told, what the platform told of sendings that are not ours, and files that nothing
/// refers to. It works in bounded portions, each with its audit entry in one transaction; the entry holds numbers only.
/// </summary>
internal sealed class RetentionDesk(
    IDbContextFactory<BridgeContext> contexts, RetentionOptions options, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Rows of a kind in one transaction: citizens' messages wait for SQLite's one writer.</summary>
    private const int Portion = 500;

    private const string Actor = "retention";

    private static readonly (string Name, Func<BridgeContext, DateTimeOffset, CancellationToken, Task<int>> DeleteAsync)[] Kept =
    [
        ("deliveries", (context, limit, token) => context.Set<InboundDelivery>().Where(one => one.ReceivedAt < limit)
            .OrderBy(one => one.Id).Take(Portion).ExecuteDeleteAsync(token)),
        ("conversations", (context, limit, token) => context.Set<Conversation>().Where(one => one.ChangedAt < limit)
            .OrderBy(one => one.ChangedAt).Take(Portion).ExecuteDeleteAsync(token)),
        ("questions", (context, limit, token) => context.Set<UnansweredQuestion>().Where(one => one.At < limit)
            .OrderBy(one => one.Id).Take(Portion).ExecuteDeleteAsync(token)),
        ("ratings", (context, limit, token) => context.Set<AnswerRating>().Where(one => one.At < limit)
            .OrderBy(one => one.Id).Take(Portion).ExecuteDeleteAsync(token)),
        ("notices", (context, limit, token) => context.Set<Notice>().Where(one => one.SettledAt < limit)
            .OrderBy(one => one.Id).Take(Portion).ExecuteDeleteAsync(token)),
    ];

    /// <summary>One portion of everything; false when nothing was left to delete.</summary>
    public async Task<bool> DeletePortionAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var deleted = new List<(string Name, int Rows)>();
        foreach (var (name, deleteAsync) in Kept)
        {
            deleted.Add((name, await deleteAsync(context, now.AddDays(-options.QuestionDays), cancellationToken)));
        }

        deleted.Add(("outcomes", await DeleteOutcomesAsync(context, now.AddDays(-options.UnmatchedOutcomeDays), cancellationToken)));
        deleted.Add(("files", await DeleteFilesAsync(context, now.AddDays(-options.UnusedFileDays), cancellationToken)));
        if (deleted.TrueForAll(one => one.Rows == 0))
        {
            return false;
        }

        var detail = string.Join("; ", deleted.Where(one => one.Rows > 0).Select(one => $"{one.Name} {one.Rows}"));
        await audit.AppendAsync(context, new AuditedAct(Actor, "", "retention.delete", "retention", detail), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What the platform told of tasks that none of our publications turned out to be.</summary>
    private static Task<int> DeleteOutcomesAsync(BridgeContext context, DateTimeOffset limit, CancellationToken cancellationToken) =>
        context.Set<UnmatchedOutcome>().Where(one => one.ReceivedAt < limit).OrderBy(one => one.Id).Take(Portion)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>Every reference to a file is a foreign key of the model: one that is added later is respected from its first day.</summary>
    private static Task<int> DeleteFilesAsync(BridgeContext context, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var names = context.GetService<ISqlGenerationHelper>();
        var files = context.Model.FindEntityType(typeof(StoredFile))!;
        var (table, hash) = (names.DelimitIdentifier(files.GetTableName()!), Column(files, nameof(StoredFile.Hash), names));
        var sql = new StringBuilder($"DELETE FROM {table} WHERE {hash} IN (SELECT {hash} FROM {table} AS f WHERE ")
            .Append($"f.{Column(files, nameof(StoredFile.StoredAt), names)} < {{0}}");
        foreach (var reference in files.GetReferencingForeignKeys())
        {
            var referring = names.DelimitIdentifier(reference.DeclaringEntityType.GetTableName()!);
            sql.Append($" AND NOT EXISTS (SELECT 1 FROM {referring} AS r WHERE r.")
                .Append($"{Column(reference.DeclaringEntityType, reference.Properties[0].Name, names)} = f.{hash})");
        }

        sql.Append($" LIMIT {Portion})");
        return context.Database.ExecuteSqlRawAsync(sql.ToString(), [limit.ToUnixTimeMilliseconds()], cancellationToken);
    }

    private static string Column(IEntityType type, string property, ISqlGenerationHelper names) => names.DelimitIdentifier(
        type.FindProperty(property)!.GetColumnName(StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value)!);
}
