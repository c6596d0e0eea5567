using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Inbox;

/// <summary>
/// Fetches what followers sent with their messages before the platform forgets it, three days after it arrived
/// (https://developers.weixin.qq.com/doc/service/api/material/temporary/api_getmedia.html).
/// </summary>
internal sealed partial class InboxMediaWorker(
    IDbContextFactory<BridgeContext> contexts, AccountFinder accounts, PlatformAccess platform, TimeProvider clock,
    ILogger<InboxMediaWorker> logger)
    : RepeatingWorker(Pause, clock, logger)
{
    /// <summary>The platform's own limit of a picture.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int LongestMediaType = 200;

    private static readonly TimeSpan KeptByPlatform = TimeSpan.FromDays(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // Longer than the longest download with its repetitions.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(2);

    /// <summary>Fetches all that is due; a pass that runs already is waited for first.</summary>
    public Task FetchDueAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            while (await ClaimAsync(cancellationToken) is { } claimed)
            {
                await FetchAsync(claimed, cancellationToken);
            }
        },
        cancellationToken);

    protected override Task PassAsync(CancellationToken stoppingToken) => FetchDueAsync(stoppingToken);

    // The time of the next try is the lease: whoever moves it on has the part until then.
    private async Task<Claimed?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var now = Clock.GetUtcNow();
            var due = await (
                from part in context.Set<InboxPart>().AsNoTracking()
                join message in context.Set<InboxMessage>() on part.MessageId equals message.Id
                where part.Media == MediaState.Waiting && part.NextTryAt <= now
                orderby part.NextTryAt, part.Id
                select new { Part = part, message.AccountKey }).FirstOrDefaultAsync(cancellationToken);
            if (due is null)
            {
                return null;
            }

            var lease = now + Lease;
            var isOurs = await context.Set<InboxPart>()
                .Where(part => part.Id == due.Part.Id && part.Media == MediaState.Waiting && part.NextTryAt == due.Part.NextTryAt)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(part => part.NextTryAt, lease).SetProperty(part => part.Tries, due.Part.Tries + 1),
                    cancellationToken) == 1;
            if (isOurs)
            {
                return new Claimed(due.Part, due.AccountKey);
            }
        }
    }

    private async Task FetchAsync(Claimed claimed, CancellationToken cancellationToken)
    {
        if (Clock.GetUtcNow() - claimed.Part.At >= KeptByPlatform)
        {
            await GiveUpAsync(claimed.Part, MediaState.Expired);
            return;
        }

        if (accounts.Find(claimed.AccountKey) is not { } account || platform.Of(account) is not { } api)
        {
            await TryLaterAsync(claimed.Part);
            return;
        }

        switch (await api.Media.GetAsync(claimed.Part.MediaId!, cancellationToken))
        {
            case ApiResult<TemporaryMedia>.Done({ File: { } file }):
                await KeepAsync(claimed.Part, file);
                break;
            case ApiResult<TemporaryMedia>.OutcomeUnknown(UnknownReason.AnswerTooLarge, _):
                await GiveUpAsync(claimed.Part, MediaState.TooLarge);
                break;
            case ApiResult<TemporaryMedia>.Done:
            case ApiResult<TemporaryMedia>.Refused({ Kind: ErrorKind.NotFound or ErrorKind.Refused or ErrorKind.ContentRejected }):
                await GiveUpAsync(claimed.Part, MediaState.Refused);
                break;
            default:
                await TryLaterAsync(claimed.Part);
                break;
        }
    }

    private async Task KeepAsync(InboxPart part, DownloadedFile file)
    {
        if (file.Content.Length > LargestFile)
        {
            await GiveUpAsync(part, MediaState.TooLarge);
            return;
        }

        var type = file.ContentType.Length <= LongestMediaType ? file.ContentType : "application/octet-stream";
        var stored = StoredFile.Of(file.Content.ToArray(), type, Clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
        if (!await context.Set<StoredFile>().AnyAsync(one => one.Hash == stored.Hash, CancellationToken.None))
        {
            // Where another part brings the same file at the same moment, this one is tried again and finds it.
            context.Add(stored);
            await context.SaveChangesAsync(CancellationToken.None);
        }

        await context.Set<InboxPart>().Where(one => one.Id == part.Id && one.Media == MediaState.Waiting)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Media, MediaState.Fetched).SetProperty(one => one.FileHash, stored.Hash),
                CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private async Task GiveUpAsync(InboxPart part, MediaState state)
    {
        LogGivenUp(Logger, part.Id, state);
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.Set<InboxPart>().Where(one => one.Id == part.Id && one.Media == MediaState.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Media, state), CancellationToken.None);
    }

    private async Task TryLaterAsync(InboxPart part)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(part.Tries, 10));
        var next = Clock.GetUtcNow() + (delay < LongestDelay ? delay : LongestDelay);
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.Set<InboxPart>().Where(one => one.Id == part.Id && one.Media == MediaState.Waiting)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextTryAt, next), CancellationToken.None);
    }

    private sealed record Claimed(InboxPart Part, string AccountKey);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file of part {Id} is given up: {State}")]
    private static partial void LogGivenUp(ILogger logger, long id, MediaState state);
}
