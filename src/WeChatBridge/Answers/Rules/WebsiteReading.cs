using WeChatBridge.Accounts;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.AutoReply;

namespace WeChatBridge.Answers.Rules;

/// <summary>Asks the platform what was set at its website. The pictures are fetched at once: their names end after three days.</summary>
internal sealed class WebsiteReading(PlatformAccess platform, TimeProvider clock)
{
    public async Task<Outcome<WebsiteDraft>> ReadAsync(ServedAccount account, CancellationToken cancellationToken)
    {
        if (platform.Of(account) is not { } api)
        {
            return Outcome<WebsiteDraft>.Refused(StaffTexts.CheckupNotConfigured.With(account.Name));
        }

        var answer = await api.AutoReply.GetCurrentAsync(cancellationToken);
        var website = answer.Match(
            Outcome<CurrentAutoReplies>.Done,
            refused => Outcome<CurrentAutoReplies>.Refused(StaffTexts.CheckupRefused.With(account.Name, refused.Advice, refused)),
            unknown => Outcome<CurrentAutoReplies>.Refused(StaffTexts.CheckupUnknown.With(account.Name, unknown.Reason)));
        if (!website.IsDone)
        {
            return Outcome<WebsiteDraft>.Refused(website.Refusal!);
        }

        var pictures = new Dictionary<string, StoredFile>();
        foreach (var media in WebsiteMapping.PicturesOf(website.Value))
        {
            if (await FetchAsync(api, media, cancellationToken) is { } file)
            {
                pictures[media] = file;
            }
        }

        return new WebsiteMapping(pictures).Map(website.Value) with { Pictures = [.. pictures.Values.DistinctBy(file => file.Hash)] };
    }

    /// <summary>Null where the platform does not hand it out, or it is no picture a reply can show.</summary>
    private async Task<StoredFile?> FetchAsync(WeChatApi api, string media, CancellationToken cancellationToken)
    {
        var answer = await api.Media.GetAsync(media, cancellationToken);
        var content = answer.Match(done => done.File?.Content.ToArray(), _ => null, _ => null);
        return content is { Length: <= RuleDesk.LargestPicture } && RulePictures.TypeOf(content) is { } type
            ? StoredFile.Of(content, type, clock.GetUtcNow())
            : null;
    }
}
