using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Upload;

namespace WeChatBridge.Answers.Rules;

/// <summary>Brings the pictures of rules to the platform, as permanent material of the account, each once.</summary>
internal sealed partial class RulePictures(
    IDbContextFactory<BridgeContext> contexts, PlatformAccess platform, TimeProvider clock, ILogger<RulePictures> logger)
{
    // Longer than any upload takes. What was begun and never ended may have left a copy behind on the platform; a second one harms nobody.
    private static readonly TimeSpan AttemptLasts = TimeSpan.FromMinutes(10);

    /// <summary>The media type of a picture the platform shows in a reply; null for anything else. It shows no moving GIF.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        _ => null,
    };

    /// <summary>Uploads one that the platform does not have, unless somebody is at it or it was tried a moment ago.</summary>
    public async Task UploadAsync(ServedAccount account, string hash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (platform.Of(account) is not { } api
            || await context.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash, cancellationToken) is not { } file
            || !await ClaimAsync(context, account.Key, hash, cancellationToken))
        {
            return;
        }

        using var content = new MemoryStream(file.Content, writable: false);
        var upload = new UploadFile(content, FileNameOf(file), file.MediaType);
        var answer = await api.Material.AddAsync(MediaKind.Image, upload, cancellationToken);
        var mediaId = answer.Match(
            done => done.MediaId,
            refused => Tell(account.Key, hash, refused.ToString()),
            unknown => Tell(account.Key, hash, $"{unknown.Reason}: {unknown.Detail}"));
        if (mediaId is not null)
        {
            await KeepAsync(context, account.Key, hash, mediaId, cancellationToken);
        }
    }

    /// <summary>Whether this instance may begin; a row is there afterwards.</summary>
    private async Task<bool> ClaimAsync(BridgeContext context, string accountKey, string hash, CancellationToken cancellationToken)
    {
        if (!await Of(context, accountKey, hash).AnyAsync(cancellationToken))
        {
            try
            {
                context.Add(RulePicture.Wanted(accountKey, hash));
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (StoreConflict.Is(exception))
            {
                // Another instance wants it too; one of the two claims it.
                context.ChangeTracker.Clear();
            }
        }

        var now = clock.GetUtcNow();
        var stale = now - AttemptLasts;
        return await Of(context, accountKey, hash)
            .Where(picture => picture.MediaId == "" && (picture.AttemptedAt == null || picture.AttemptedAt < stale))
            .ExecuteUpdateAsync(row => row.SetProperty(picture => picture.AttemptedAt, now), cancellationToken) == 1;
    }

    private static async Task KeepAsync(
        BridgeContext context, string accountKey, string hash, string mediaId, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await Of(context, accountKey, hash)
            .ExecuteUpdateAsync(row => row.SetProperty(picture => picture.MediaId, mediaId), cancellationToken);
        await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IQueryable<RulePicture> Of(BridgeContext context, string accountKey, string hash) =>
        context.Set<RulePicture>().Where(picture => picture.AccountKey == accountKey && picture.FileHash == hash);

    private string? Tell(string accountKey, string hash, string reason)
    {
        LogNotUploaded(logger, hash, accountKey, reason);
        return null;
    }

    // The platform judges a file by its ending.
    private static string FileNameOf(StoredFile file) => file.Hash[..16] + file.MediaType switch
    {
        "image/png" => ".png",
        "image/bmp" => ".bmp",
        _ => ".jpg",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Picture {Hash} of a rule of {Account} was not uploaded: {Reason}")]
    private static partial void LogNotUploaded(ILogger logger, string hash, string account, string reason);
}
