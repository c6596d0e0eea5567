using WeChatBridge.Answers.Understanding;
using WeChatBridge.Staff;

namespace WeChatBridge.Answers.Conversations;

/// <summary>
/// Answers what the law gives another way: an application for information (依申请公开) is never received here, a complaint about an
/// official belongs to the supervisors. Only the way is told.
/// </summary>
internal sealed class DutyRespondent : IRespondent
{
    public async ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) =>
        DutyFinder.Find(turn.Words) is { } duty ? await GuideAsync(turn, duty, cancellationToken) : null;

    private static async Task<Answer> GuideAsync(Turn turn, Duty duty, CancellationToken cancellationToken)
    {
        var isReadHere = duty == Duty.ComplaintAboutOfficial
            && await StaffFinder.AnyHoldsAsync(turn.Store, Permission.ReadComplaints, turn.Account.Key, cancellationToken);
        if (duty == Duty.ComplaintAboutOfficial)
        {
            turn.State = turn.State with { ComplaintAt = turn.At };
        }

        return new Answer(
            AnswerKind.Guidance, Lines.Join([DutyFinder.Guidance(duty, isReadHere), .. ContactText.LinesOf(turn.Account.Contact)]));
    }
}
