using WeChatBridge.Answers.Understanding;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Answers what the law gives another way: an application for information (依申请公开) is never received here, a complaint about an
/// official belongs to the supervisors. Only the way is told.
/// </summary>
internal sealed class DutyRespondent : IRespondent
{
    public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) =>
        ValueTask.FromResult(DutyFinder.Find(turn.Words) is { } duty ? Guide(turn, duty) : null);

    private static Answer Guide(Turn turn, Duty duty)
    {
        if (duty == Duty.ComplaintAboutOfficial)
        {
            turn.State = turn.State with { GuidedToComplaintAt = turn.At };
        }

        return new Answer(
            AnswerKind.Guidance, Lines.Join([DutyFinder.Guidance(duty), .. ContactText.LinesOf(turn.Account.Contact)]));
    }
}
