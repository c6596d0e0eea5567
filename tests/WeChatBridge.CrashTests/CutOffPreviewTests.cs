using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.CrashTests;

/// <summary>预览, cut off anywhere: the named person gets it once at most, nobody else anything, and no draft of it is left.</summary>
public sealed class CutOffPreviewTests
{
    private const string Chief = "chief-li";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(KillMoment.BeforeCommit))]
    [InlineData(nameof(KillMoment.BeforeCall))]
    [InlineData(nameof(KillMoment.AfterCall))]
    public async Task It_reaches_nobody_else_leaves_no_draft_and_the_message_goes_out_once(string moment)
    {
        using var prepared = await PreparedStore.CreateAsync(SendingAct.MassSend, Cancellation, Chief);

        var cuts = 0;
        while (await IsCutAsync(prepared, Enum.Parse<KillMoment>(moment), cuts + 1))
        {
            cuts++;
        }

        // The token, a picture, the cover, the draft, and the preview at least.
        cuts.ShouldBeGreaterThanOrEqualTo(5);
    }

    private static async Task<bool> IsCutAsync(PreparedStore prepared, KillMoment moment, int count)
    {
        await using var simulator = CutOffProcess.Simulate();
        await simulator.StartAsync(Cancellation);
        var platform = simulator.Services.GetRequiredService<SimulatedPlatform>();
        platform.Clock.StandStill(PreparedStore.Due);
        var account = platform.Account(ReviewingOffice.Account);
        var (citizen, chief) = (account.Follower("oSampleFollower000000000001"), account.Follower("oSampleFollower000000000002"));
        chief.WeChatName = Chief;
        var (store, address) = (prepared.Copy(), new Uri(simulator.Urls.Single()));
        var isCut = await CutOffProcess.RunAsync(Program.Preview, store, address, moment, count);

        var cut = $"{moment} {count}";
        await using var product = await PublishingProduct.OpenAsync(store, address, platform.Clock.GetUtcNow(), kill: null, Cancellation);
        await product.ShowsPreviewsAsync(Cancellation);
        await product.LaterShowsPreviewsAsync(ErrandLedger.Lease + TimeSpan.FromMinutes(1), Cancellation);
        await product.LaterShowsPreviewsAsync(TimeSpan.FromMinutes(5), Cancellation);
        await product.LaterShowsPreviewsAsync(new PublishingOptions().PreviewLifetime - TimeSpan.FromMinutes(30), Cancellation);
        var publication = await product.GoesOnUntilSettledAsync(Cancellation);
        await product.LaterShowsPreviewsAsync(TimeSpan.FromHours(1), Cancellation);

        var preview = await product.PreviewAsync(Cancellation);
        preview.State.ShouldBe(PreviewState.Ended, cut);
        account.Api.MassSends.Previews.Count.ShouldBeLessThanOrEqualTo(1, cut);
        account.Api.Drafts.All.ShouldBeEmpty(cut);
        publication.State.ShouldBe(PublicationState.Published, cut);
        account.Api.MassSends.All.ShouldHaveSingleItem(cut);
        citizen.Chat.ShouldHaveSingleItem(cut);
        (await product.AuditAsync(Cancellation)).IsWhole.ShouldBeTrue(cut);
        return isCut;
    }
}
