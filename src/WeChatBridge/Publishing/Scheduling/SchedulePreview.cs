namespace WeChatBridge.Publishing.Scheduling;

/// <summary>What a person should know before they plan (点击之前): nothing in it forbids, all of it may be a reason to choose otherwise.</summary>
/// <param name="Plan">What is planned.</param>
/// <param name="Allowance">How much of the account's mass sends is used; null for acts that use none.</param>
/// <param name="Concerns">What there is to think of.</param>
internal sealed record SchedulePreview(CheckedPlan Plan, MassSendAllowance? Allowance, IReadOnlyList<ScheduleConcern> Concerns)
{
    /// <summary>What the audit trail keeps of it: that the planner was told.</summary>
    public string Audited => Concerns.Count == 0 ? "" : $"told {string.Join(' ', Concerns.Select(concern => concern.Kind))}";
}

/// <summary>Something to think of.</summary>
internal sealed record ScheduleConcern(ConcernKind Kind, string Sentence);

/// <summary>What it is about.</summary>
internal enum ConcernKind
{
    AccountPaused,
    NoKeys,
    DayAllowance,
    MonthAllowance,
    Clash,
    QuietHours,
    DayOff,
    HolidaysUnknown,
    SeveralArticles,
    NotYetReleased,
    NotPushed,
    SentByHand,
    AdministratorConfirms,
    AfterDeadline,
    NobodyToExamine,
    OnlyDraft,
}
