using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <content>What goes out.</content>
internal sealed partial class RunningBridge
{
    /// <summary>The sites pictures are fetched from.</summary>
    public PictureSites Sites { get; } = new();

    /// <summary>Those who write, examine and plan what 政务 publishes.</summary>
    public async Task<Newsroom> NewsroomAsync()
    {
        var newsroom = new Newsroom(() => _product.Services.GetRequiredService<IDbContextFactory<BridgeContext>>(), WeChat.Clock);
        await newsroom.OpensAsync();
        return newsroom;
    }

    public WithdrawalDesk Withdrawals => _product.Services.GetRequiredService<WithdrawalDesk>();

    public ForeignDesk Foreign => _product.Services.GetRequiredService<ForeignDesk>();

    public PublicationFinder Publications => _product.Services.GetRequiredService<PublicationFinder>();

    public WebsiteSendingDesk Website => _product.Services.GetRequiredService<WebsiteSendingDesk>();

    public StrikingDesk Striking => _product.Services.GetRequiredService<StrikingDesk>();

    public FigureFinder Figures => _product.Services.GetRequiredService<FigureFinder>();

    public PreviewDesk Previews => _product.Services.GetRequiredService<PreviewDesk>();

    public SendingPauseDesk Pauses => _product.Services.GetRequiredService<SendingPauseDesk>();

    public ReschedulingDesk Rescheduling => _product.Services.GetRequiredService<ReschedulingDesk>();

    /// <summary>Previews that are asked for are shown now, and drafts nobody needs are cleared.</summary>
    public Task PreviewsAreShownAsync() =>
        TimePassesUntilAsync(_product.Services.GetRequiredService<PreviewWorker>().WorkOffAsync(TestContext.Current.CancellationToken));

    /// <summary>Time passes, and drafts nobody needs then are cleared.</summary>
    public async Task LaterDraftsAreClearedAsync(TimeSpan later)
    {
        WeChat.Clock.StandStill(WeChat.Clock.GetUtcNow() + later);
        await PreviewsAreShownAsync();
    }

    /// <summary>What is due is worked off now.</summary>
    public Task DueIsWorkedOffAsync() =>
        TimePassesUntilAsync(_product.Services.GetRequiredService<PublishingWorker>().WorkOffDueAsync(TestContext.Current.CancellationToken));

    /// <summary>So many workers, each as if in a process of its own, come upon the same store at the same moment.</summary>
    public Task DueIsWorkedOffByAsync(int workers)
    {
        var all = Enumerable.Range(0, workers).Select(_ => ActivatorUtilities.CreateInstance<PublishingWorker>(_product.Services)).ToList();
        return TimePassesUntilAsync(
            Task.WhenAll(all.Select(worker => Task.Run(() => worker.WorkOffDueAsync(TestContext.Current.CancellationToken)))));
    }

    /// <summary>Another program with the account's keys calls the platform.</summary>
    public async Task SomebodyPostsAsync(string path, string json, string answered = "publish_id")
    {
        using var http = _simulator.GetTestClient();
        var account = SampleAccount.Both.Single(one => one.Key == Newsroom.Account);
        var token = await http.GetFromJsonAsync<JsonElement>(
            $"/cgi-bin/token?grant_type=client_credential&appid={account.AppId}&secret={account.AppSecret}", TestContext.Current.CancellationToken);
        using var body = new StringContent(json);
        using var answer = await http.PostAsync(
            new Uri($"{path}?access_token={token.GetProperty("access_token").GetString()}", UriKind.Relative), body,
            TestContext.Current.CancellationToken);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(answered);
    }

    /// <summary>The platform tells the account something.</summary>
    public async Task WeChatTellsAsync(string happening, params (string Name, string Value)[] fields)
    {
        var told = CallbackMessage.Event(
            WeChat.Account(Newsroom.Account), "oPlatform", happening, [.. fields.Select(field => new XElement(field.Name, field.Value))]);
        await WeChat.Delivery.DeliverAsync(told, TestContext.Current.CancellationToken);
    }

    /// <summary>The slow rounds that are due.</summary>
    public Task RoundsAreMadeAsync() =>
        TimePassesUntilAsync(_product.Services.GetRequiredService<AfterwardsWorker>().MakeRoundsAsync(TestContext.Current.CancellationToken));

    /// <summary>
    /// Time passes, what the platform tells meanwhile arrives, and what is due then is worked off. The hand is set at once: were it moved, a
    /// call that is on its way would seem to have taken all that time.
    /// </summary>
    public async Task PassesAsync(TimeSpan time)
    {
        WeChat.Clock.StandStill(WeChat.Clock.GetUtcNow() + time);
        WeChat.Clock.Advance(TimeSpan.Zero);
        await TimePassesUntilAsync(WeChat.Account(Newsroom.Account).Api.Jobs.EventsDeliveredAsync(TestContext.Current.CancellationToken));
        await DueIsWorkedOffAsync();
    }
}
