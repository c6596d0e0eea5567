using WeChatBridge.Texts;

namespace WeChatBridge.Reviews;

/// <summary>
/// The secrecy check (保密审查), answered item by item: the law on state secrets (保守国家秘密法, article 35, and article 42 of its rules)
/// asks for each one, and articles 14 to 17 of the disclosure regulation (政府信息公开条例) say which and what follows.
/// </summary>
internal sealed record SecrecyCheck(IReadOnlyList<SecrecyAnswer> Answers)
{
    private static readonly SecrecyItem[] Items = Enum.GetValues<SecrecyItem>();

    // What touches one of these is not published at all; the others may be, with a ground that is written down.
    private static readonly SecrecyItem[] Forbidding =
        [SecrecyItem.StateSecret, SecrecyItem.WorkSecret, SecrecyItem.ForbiddenByLaw, SecrecyItem.Safety];

    /// <summary>Why nobody can approve on this check, as a sentence; null when it lets the version pass.</summary>
    public string? Objection() => this switch
    {
        _ when !IsWhole => StaffTexts.SecrecyIncomplete.With(NamesOf(Items.Except(Answers.Select(answer => answer.Item)))),
        _ when Find(SecrecyVerdict.Unsure) is { Count: > 0 } unsure => StaffTexts.SecrecyUnsure.With(NamesOf(unsure)),
        _ when Find(SecrecyVerdict.Yes).Intersect(Forbidding).ToList() is { Count: > 0 } found =>
            StaffTexts.SecrecyForbids.With(NamesOf(found)),
        _ when Answers.Where(answer => answer.Verdict == SecrecyVerdict.Yes && string.IsNullOrWhiteSpace(answer.Note)).ToList()
            is { Count: > 0 } bare => StaffTexts.SecrecyNeedsNote.With(NamesOf(bare.Select(answer => answer.Item))),
        _ => null,
    };

    /// <summary>The item as staff call it.</summary>
    public static string NameOf(SecrecyItem item) => item switch
    {
        SecrecyItem.StateSecret => StaffTexts.SecrecyStateSecret,
        SecrecyItem.WorkSecret => StaffTexts.SecrecyWorkSecret,
        SecrecyItem.CommercialSecret => StaffTexts.SecrecyCommercialSecret,
        SecrecyItem.PersonalPrivacy => StaffTexts.SecrecyPersonalPrivacy,
        SecrecyItem.Safety => StaffTexts.SecrecySafety,
        SecrecyItem.ForbiddenByLaw => StaffTexts.SecrecyForbiddenByLaw,
        SecrecyItem.InternalAffairs => StaffTexts.SecrecyInternalAffairs,
        _ => StaffTexts.SecrecyProcess,
    };

    /// <summary>The answer as staff call it.</summary>
    public static string NameOf(SecrecyVerdict verdict) => verdict switch
    {
        SecrecyVerdict.No => StaffTexts.SecrecyNo,
        SecrecyVerdict.Yes => StaffTexts.SecrecyYes,
        _ => StaffTexts.SecrecyCannotTell,
    };

    private bool IsWhole => Answers.Select(answer => answer.Item).Order().SequenceEqual(Items);

    private List<SecrecyItem> Find(SecrecyVerdict verdict) =>
        [.. Answers.Where(answer => answer.Verdict == verdict).Select(answer => answer.Item)];

    private static string NamesOf(IEnumerable<SecrecyItem> items) => string.Join("、", items.Select(NameOf));
}

/// <summary>The answer to one item.</summary>
/// <param name="Item">What was asked: does the version touch this?</param>
/// <param name="Verdict">Yes, no, or cannot tell.</param>
/// <param name="Note">Why; for a yes, the ground on which it may be published all the same.</param>
internal sealed record SecrecyAnswer(SecrecyItem Item, SecrecyVerdict Verdict, string Note = "");

/// <summary>What a version may touch.</summary>
internal enum SecrecyItem
{
    StateSecret,
    WorkSecret,
    CommercialSecret,
    PersonalPrivacy,
    Safety,
    ForbiddenByLaw,
    InternalAffairs,
    Process,
}

/// <summary>Whether it does.</summary>
internal enum SecrecyVerdict
{
    No,
    Yes,
    Unsure,
}
