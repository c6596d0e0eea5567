using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Previews;

/// <summary>How many previews an account has left on a day, by our own ledger; the platform tells nobody.</summary>
/// <param name="Used">Calls of the day, with those that are asked for and not made yet.</param>
internal sealed record PreviewAllowance(int Used)
{
    /// <summary>https://developers.weixin.qq.com/doc/service/api/notify/message/api_preview.html: 100 calls a day, each for one person.</summary>
    public const int PerDay = 100;

    public int Left => Math.Max(0, PerDay - Used);

    /// <summary>The platform counts by its own day, which is the office's.</summary>
    public static async Task<PreviewAllowance> OfAsync(
        BridgeContext context, string accountKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = OfficeTime.InstantOf(OfficeTime.DateAt(now), TimeOnly.MinValue);
        var previews = context.Set<PhonePreview>().Where(preview => preview.AccountKey == accountKey);
        // Refused without a code: the call never left this machine.
        var made = await context.Set<SendingAttempt>().CountAsync(
            attempt => attempt.Step == SendingStep.Preview && attempt.BegunAt >= since
                && !(attempt.Outcome == AttemptOutcome.Refused && attempt.Code == null)
                && previews.Any(preview => preview.Id == attempt.PreviewId),
            cancellationToken);
        var begun = await context.Set<SendingAttempt>().CountAsync(
            attempt => attempt.Step == SendingStep.Preview && attempt.Outcome == AttemptOutcome.Begun
                && previews.Any(preview => preview.Id == attempt.PreviewId && preview.State != PreviewState.Ended),
            cancellationToken);
        var waiting = await context.Set<PreviewRecipient>().CountAsync(
            recipient => recipient.Ending == PreviewEnding.Waits
                && previews.Any(preview => preview.Id == recipient.PreviewId && preview.State != PreviewState.Ended),
            cancellationToken);
        // One whose call is under way still waits.
        return new PreviewAllowance(made + waiting - begun);
    }
}
