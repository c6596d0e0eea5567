using Microsoft.EntityFrameworkCore;
using WeChatBridge.Storage;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// A mass send the platform did not take at once because the account's administrator must confirm it on the phone within 30 minutes
/// (群发保护, 89504 and 89505): it may go out all the same, and nobody told us the number it then goes by. What the platform tells of it
/// decides; after the 30 minutes it is asked for once more under its own name.
/// </summary>
internal static class AwaitedConfirmation
{
    private const int NeedsAdministrator = 89504;
    private const int WaitsForAdministrator = 89505;

    // A minute more than the administrator has: the clocks may differ.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(31);

    public static bool IsSaidBy(ApiError error) => IsSaidBy(error.Code);

    public static bool IsSaidBy(SendingAttempt attempt) => attempt.Step == SendingStep.MassSend && IsSaidBy(attempt.Code);

    /// <summary>The platform says so, of the first call or of its repetition: the outcome is unknown until the administrator has decided.</summary>
    public static void WaitFor(OpenPublication opened, ApiError error)
    {
        var until = (opened.Publication.SubmittedAt ?? opened.At) + Patience;
        var isOver = opened.At >= until;
        opened.Publication.LoseSight(
            isOver ? SendingTexts.AdministratorAskedAgain : SendingTexts.AwaitingAdministrator, isOver ? null : until);
        opened.Note("publication.unknown", $"awaits confirmation {Setbacks.CodeOf(error)}");
    }

    /// <summary>
    /// An event of a task nobody knows, while exactly one mass send of the account awaits its confirmation: a declined or forgotten
    /// confirmation can only be this one's; of anything else the platform is asked at once, under the message's own name.
    /// </summary>
    public static async Task HearAsync(OpenPublication opened, TaskReport report, CancellationToken cancellationToken)
    {
        if (report.Ending == TaskEnding.NotConfirmed)
        {
            OutcomeBook.Apply(opened, report, "event");
        }
        else
        {
            await UnmatchedOutcome.KeepAsync(opened.Context, opened.Publication.AccountKey, report, opened.At, cancellationToken);
            opened.Publication.AskAgain(opened.At);
        }
    }

    /// <summary>The one mass send of the account that awaits its confirmation; null where there is none, or more than one.</summary>
    public static async Task<Publication?> OnlyOneAsync(BridgeContext context, string accountKey, CancellationToken cancellationToken)
    {
        var awaiting = await context.Set<Publication>().Include(one => one.Items)
            .Where(one => one.AccountKey == accountKey && one.Act == SendingAct.MassSend && one.State == PublicationState.OutcomeUnknown
                && one.TaskId == ""
                && context.Set<SendingAttempt>().Any(attempt => attempt.PublicationId == one.Id && attempt.BegunAt >= one.BegunAt
                    && attempt.Step == SendingStep.MassSend
                    && (attempt.Code == NeedsAdministrator || attempt.Code == WaitsForAdministrator)))
            .Take(2).ToListAsync(cancellationToken);
        return awaiting.Count == 1 ? awaiting[0] : null;
    }

    private static bool IsSaidBy(int? code) => code is NeedsAdministrator or WaitsForAdministrator;
}
