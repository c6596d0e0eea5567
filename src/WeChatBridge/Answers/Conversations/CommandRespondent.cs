using WeChatBridge.Answers.Understanding;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Conversations;

/// <summary>Answers the few words that steer the talk: 更多, 全文, 帮助, 目录, 有用, 删除我的提问.</summary>
internal sealed class CommandRespondent(
    Destinations destinations, PassageFinder passages, WelcomeText welcome, Forgetting forgetting, PrivacyText privacy) : IRespondent
{
    public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) =>
        ValueTask.FromResult(FollowerCommand.Read(turn.Words) switch
        {
            FollowerCommand.More => GoOn(turn),
            FollowerCommand.Whole => StartOver(turn),
            FollowerCommand.Help => welcome.Help(turn.Account),
            FollowerCommand.Menu or FollowerCommand.Contents => passages.Contents(turn.Account) ?? welcome.Help(turn.Account),
            FollowerCommand.Useful => Rate(turn, isUseful: true),
            FollowerCommand.NotUseful => Rate(turn, isUseful: false),
            FollowerCommand.Privacy => privacy.For(turn.Account),
            FollowerCommand.ForgetMe => Forget(turn),
            _ => null,
        });

    private Answer GoOn(Turn turn) => turn.State.Place is { } place
        ? destinations.Follow(turn.Account, place.Leads, place.From)
            ?? Nothing(IsThere(turn, place) ? FollowerTexts.NothingMore : FollowerTexts.Withdrawn)
        : Nothing(FollowerTexts.NothingToGoOn);

    private Answer StartOver(Turn turn) => turn.State.Place is { } place
        ? destinations.Follow(turn.Account, place.Leads) ?? Nothing(FollowerTexts.Withdrawn)
        : Nothing(FollowerTexts.NothingToGoOn);

    private bool IsThere(Turn turn, ReadingPlace place) => destinations.Follow(turn.Account, place.Leads) is not null;

    // Without an answer to speak of, the word is a question like any other.
    private static Answer? Rate(Turn turn, bool isUseful)
    {
        if (turn.State.Last is not { } last)
        {
            return null;
        }

        turn.State = turn.State with { Last = null };
        turn.Also((context, _) =>
        {
            context.Add(AnswerRating.Of(turn.Account.Key, last.ReportId, last.SectionId, isUseful, turn.At));
            return Task.CompletedTask;
        });
        return Nothing(isUseful ? FollowerTexts.ThanksUseful : FollowerTexts.ThanksNotUseful);
    }

    private Answer Forget(Turn turn)
    {
        forgetting.Forget(turn);
        return Nothing(FollowerTexts.Forgotten);
    }

    private static Answer Nothing(string text) => new(AnswerKind.Guidance, text);
}
