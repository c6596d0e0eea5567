using WeChatBridge.Simulator.Api.Audience;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Api.CustomerService;
using WeChatBridge.Simulator.Api.DataCube;
using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Api.Mass;
using WeChatBridge.Simulator.Api.Media;
using WeChatBridge.Simulator.Api.Menus;
using WeChatBridge.Simulator.Api.Operation;
using WeChatBridge.Simulator.Api.Publishing;
using WeChatBridge.Simulator.Api.Tokens;
using WeChatBridge.Simulator.Api.Website;

namespace WeChatBridge.Simulator.Api;

/// <summary>What the API keeps for one account; tests and the page read it and decide through it what the platform will do.</summary>
public sealed class AccountApi
{
    internal AccountApi(PlatformAccount account)
    {
        var clock = account.Platform.Clock;
        Account = account;
        Jobs = new PlatformJobs(account.Platform, Gate);
        Tokens = new AccessTokens(clock, Gate);
        Quotas = new CallQuotas(clock, Gate);
        Traces = new CallTraces(clock);
        Media = new MediaLibrary(clock, Gate);
        Drafts = new DraftBox(clock, Gate);
        var numbers = new MessageNumbers();
        Publications = new Publications(account, Jobs, Drafts, numbers, Gate);
        MassSends = new MassSends(account, Jobs, Drafts, numbers, Gate);
        CustomerMessages = new CustomerMessages(clock, Gate);
        Tags = new Tags(Gate);
        Comments = new Comments(clock, Gate);
        Statistics = new Statistics(clock, Gate);
    }

    public PlatformAccount Account { get; }

    public AccessRules Access { get; } = new();

    public AccessTokens Tokens { get; }

    public CallQuotas Quotas { get; }

    public MediaLibrary Media { get; }

    public DraftBox Drafts { get; }

    public Publications Publications { get; }

    public MassSends MassSends { get; }

    public CustomerMessages CustomerMessages { get; }

    public MenuState Menu { get; } = new();

    public WebsiteSettings Website { get; } = new();

    public Tags Tags { get; }

    public Comments Comments { get; }

    public Statistics Statistics { get; }

    public PlatformJobs Jobs { get; }

    internal CallTraces Traces { get; }

    /// <summary>Held while a call acts, while a job ends, and while state is read.</summary>
    internal Lock Gate { get; } = new();

    internal bool Holds(ApiRight right) => right switch
    {
        ApiRight.Verified => Account.Settings.Verified,
        ApiRight.VerifiedService => Account.Settings is { Verified: true, Kind: AccountKind.Service },
        _ => true,
    };
}
