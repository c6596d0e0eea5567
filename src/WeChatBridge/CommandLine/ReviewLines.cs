using WeChatBridge.Reviews;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>A review as lines of text, and the secrecy check as it is typed.</summary>
internal static class ReviewLines
{
    // The office's zone, without daylight saving; a container may have no table of zones.
    private static readonly TimeSpan Office = TimeSpan.FromHours(8);

    public static string Items { get; } =
        string.Join("、", Enum.GetValues<SecrecyItem>().Select(item => $"{item} {SecrecyCheck.NameOf(item)}"));

    /// <summary>What became of a version that was written.</summary>
    public static string Of(WrittenVersion written) => written.IsConfirmed
        ? StaffTexts.WordingBack.With(written.Version)
        : StaffTexts.WordingWritten.With(written.Version, written.ReviewId);

    public static string Head(Review review) => StaffTexts.ReviewHead.With(
        review.Id,
        review.Title,
        ReviewRules.NameOf(review.State),
        review.NextStep is { } next ? StaffTexts.ReviewNext.With(StaffingFinder.NameOf(next)) : "",
        Marks(review),
        review.Revision);

    public static string Whole(Review review) => string.Join(
        '\n', review.Steps.OrderBy(step => step.Ordinal).SelectMany(Of).Prepend(StaffTexts.ReviewHash.With(review.ContentHash))
            .Prepend(Head(review)));

    /// <summary>Null where nothing was typed.</summary>
    public static Outcome<SecrecyCheck?> ReadCheck(IReadOnlyList<string> typed)
    {
        var answers = new List<SecrecyAnswer>();
        foreach (var text in typed)
        {
            if (ReadAnswer(text) is not { } answer)
            {
                return Outcome<SecrecyCheck?>.Refused(StaffTexts.SecrecyUnreadable.With(text));
            }

            answers.Add(answer);
        }

        return Outcome<SecrecyCheck?>.Done(answers.Count == 0 ? null : new SecrecyCheck(answers));
    }

    private static SecrecyAnswer? ReadAnswer(string text) => text.Split('=', 2) is [var item, var rest]
        && rest.Split([':', '：'], 2) is [var verdict, .. var note]
        && Enum.TryParse<SecrecyItem>(item.Trim(), ignoreCase: true, out var asked) && Enum.IsDefined(asked)
        && Enum.TryParse<SecrecyVerdict>(verdict.Trim(), ignoreCase: true, out var answer) && Enum.IsDefined(answer)
        ? new SecrecyAnswer(asked, answer, note.FirstOrDefault()?.Trim() ?? "")
        : null;

    private static string Marks(Review review) => string.Concat(
        review.IsEmergency ? StaffTexts.ReviewMarkEmergency : "",
        review.FollowsUpId is { } id ? StaffTexts.ReviewMarkFollowUp.With(id) : "",
        review.IsSentUp ? StaffTexts.ReviewMarkSentUp : "",
        review.IsByInstaller ? StaffTexts.ReviewMarkInstaller : "");

    private static IEnumerable<string> Of(ReviewStep step)
    {
        yield return StaffTexts.ReviewStepLine.With(
            step.At.ToOffset(Office).ToString("yyyy-MM-dd HH:mm"),
            StaffingFinder.NameOf(step.Kind),
            step.By + (step.OnBehalfOf.Length > 0 ? StaffTexts.ReviewOnBehalf.With(step.OnBehalfOf) : ""),
            ReviewRules.NameOf(step.Verdict)
                + (step.FromAbove ? StaffTexts.ReviewFromAbove : "")
                + (step.SawSecrecyCheck ? StaffTexts.ReviewSawCheck : ""),
            step.Reason);
        foreach (var answer in step.Secrecy)
        {
            yield return StaffTexts.SecrecyLine.With(SecrecyCheck.NameOf(answer.Item), SecrecyCheck.NameOf(answer.Verdict), answer.Note);
        }
    }
}
