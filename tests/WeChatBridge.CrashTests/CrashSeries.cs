using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Publishing;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.CrashTests;

/// <summary>
/// One publication, cut off at the first moment of a kind, then from the start again at the second, and so on until one ends uncut. Each
/// time another process goes on from what the disk holds.
/// </summary>
internal sealed class CrashSeries(PreparedStore prepared, SendingAct act, KillMoment moment)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>How many times it was cut off.</returns>
    public async Task<int> RunAsync()
    {
        for (var count = 1; ; count++)
        {
            if (!await IsCutAsync(count))
            {
                return count - 1;
            }
        }
    }

    private async Task<bool> IsCutAsync(int count)
    {
        await using var simulator = CutOffProcess.Simulate();
        await simulator.StartAsync(Cancellation);
        var platform = simulator.Services.GetRequiredService<SimulatedPlatform>();
        platform.Clock.StandStill(PreparedStore.Due);
        // A mass send to nobody is refused.
        platform.Account(ReviewingOffice.Account).Follower("oSampleFollower000000000001");
        var (store, address) = (prepared.Copy(), new Uri(simulator.Urls.Single()));
        var isCut = await CutOffProcess.RunAsync(Program.Publish, store, address, moment, count);

        await using var product = await PublishingProduct.OpenAsync(store, address, platform.Clock.GetUtcNow(), kill: null, Cancellation);
        var publication = await product.GoesOnUntilSettledAsync(Cancellation);
        var audit = await product.AuditAsync(Cancellation);
        Judge($"{act}, {moment} {count}", publication, SentBy(platform), audit.IsWhole);
        return isCut;
    }

    private void Judge(string cut, Publication publication, int sent, bool isAuditWhole)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{cut}: {publication.State}, {sent} accepted");
        isAuditWhole.ShouldBeTrue(cut);
        sent.ShouldBe(publication.State == PublicationState.Published ? 1 : 0, cut);
        publication.State.ShouldBeOneOf([PublicationState.Published, PublicationState.OutcomeUnknown], cut);
        // The addresses of a mass send come by the event alone, and no event reaches a process that is gone.
        if (act == SendingAct.Publish && publication.State == PublicationState.Published)
        {
            publication.Items.ShouldAllBe(item => item.Url.Length > 0, cut);
        }
    }

    /// <summary>How often the platform took the message, whatever it did with it then.</summary>
    private int SentBy(SimulatedPlatform platform)
    {
        var api = platform.Account(ReviewingOffice.Account).Api;
        return act == SendingAct.MassSend ? api.MassSends.All.Count : api.Publications.All.Count;
    }
}
