using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Simulator.Followers;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Publishing.Sending;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Previews;

/// <summary>An office whose signing officer bound their WeChat, and whose chief only has a 微信号; a citizen follows the account too.</summary>
public abstract class PreviewTests : SendingTests
{
    private protected const string Preview = "/cgi-bin/message/mass/preview";
    private protected const string DeleteDraft = "/cgi-bin/draft/delete";
    private protected const string Chief = "chief-li";

    private protected static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private protected Follower Citizen => Bridge.Follower(Newsroom.Account);

    private protected Follower OfficersPhone => Bridge.Follower(Newsroom.Account, "oOfficer00000000000000000001");

    private protected Follower ChiefsPhone
    {
        get
        {
            var phone = Bridge.Follower(Newsroom.Account, "oChief0000000000000000000001");
            phone.WeChatName = Chief;
            return phone;
        }
    }

    private protected async Task OfficerHasBoundAsync() => await Newsroom.HasBoundAsync(Newsroom.Officer, OfficersPhone.OpenId);

    private protected static NamedRecipient Officer => NamedRecipient.Staff("officer");

    private protected static NamedRecipient ChiefByName => NamedRecipient.WeChat(Chief);

    private protected Task<Outcome<PhonePreview>> TriesToShowAsync(long publication, params NamedRecipient[] recipients) =>
        Bridge.Previews.AskAsync(new WantedPreview("", [], recipients, publication), Newsroom.Editor, Cancellation);

    private protected Task<Outcome<PhonePreview>> TriesToShowAsync(PlannedArticle version, params NamedRecipient[] recipients) =>
        TriesToShowAsync(version, Newsroom.Editor, recipients);

    private protected Task<Outcome<PhonePreview>> TriesToShowAsync(PlannedArticle version, Acting by, params NamedRecipient[] recipients) =>
        Bridge.Previews.AskAsync(
            new WantedPreview(Newsroom.Account, [new PlannedVersion(version.SubjectId, version.ContentHash)], recipients), by, Cancellation);

    /// <summary>It is asked for, and the worker has done what it can.</summary>
    private protected async Task<PhonePreview> ShowsAsync(long publication, params NamedRecipient[] recipients)
    {
        var asked = await TriesToShowAsync(publication, recipients);
        asked.Refusal.ShouldBeNull();
        await Bridge.PreviewsAreShownAsync();
        return await SeesPreviewAsync(asked.Value.Id);
    }

    private protected async Task<PhonePreview> SeesPreviewAsync(long id) =>
        (await Newsroom.SeesAllAsync<PhonePreview>()).Single(preview => preview.Id == id);

    /// <summary>Written, released and planned for tomorrow.</summary>
    private protected async Task<long> HasPlannedAsync(SendingAct act = SendingAct.MassSend, string title = "停水通知") =>
        await Newsroom.PlansAsync(act, Now + TimeSpan.FromDays(1), await Newsroom.ReleasesAsync(await Newsroom.WritesAsync(title)));

    private protected static PreviewRecipient OnlyOne(PhonePreview preview) => preview.Recipients.ShouldHaveSingleItem();
}
