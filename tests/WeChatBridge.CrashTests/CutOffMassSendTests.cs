using WeChatBridge.Publishing;

namespace WeChatBridge.CrashTests;

/// <summary>群发, cut off anywhere.</summary>
public sealed class CutOffMassSendTests
{
    [Theory]
    [InlineData(nameof(KillMoment.BeforeCommit))]
    [InlineData(nameof(KillMoment.BeforeCall))]
    [InlineData(nameof(KillMoment.AfterCall))]
    public async Task It_reaches_followers_once_or_not_at_all_and_is_marked_unknown(string moment)
    {
        using var prepared = await PreparedStore.CreateAsync(SendingAct.MassSend, TestContext.Current.CancellationToken);

        var cuts = await new CrashSeries(prepared, SendingAct.MassSend, Enum.Parse<KillMoment>(moment)).RunAsync();

        // The token, a picture, the cover, the draft, its comparison, the sending, and a question at least.
        cuts.ShouldBeGreaterThanOrEqualTo(7);
    }
}
