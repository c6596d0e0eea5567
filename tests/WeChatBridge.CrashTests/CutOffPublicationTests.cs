using WeChatBridge.Publishing;

namespace WeChatBridge.CrashTests;

/// <summary>发布, cut off anywhere.</summary>
public sealed class CutOffPublicationTests
{
    [Theory]
    [InlineData(nameof(KillMoment.BeforeCommit))]
    [InlineData(nameof(KillMoment.BeforeCall))]
    [InlineData(nameof(KillMoment.AfterCall))]
    public async Task It_is_public_once_or_not_at_all_and_marked_unknown(string moment)
    {
        using var prepared = await PreparedStore.CreateAsync(SendingAct.Publish, TestContext.Current.CancellationToken);

        var cuts = await new CrashSeries(prepared, SendingAct.Publish, Enum.Parse<KillMoment>(moment)).RunAsync();

        // The token, a picture, the cover, the draft, its comparison, the submission, and a question at least.
        cuts.ShouldBeGreaterThanOrEqualTo(7);
    }
}
