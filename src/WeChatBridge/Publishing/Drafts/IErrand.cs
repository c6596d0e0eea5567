namespace WeChatBridge.Publishing.Drafts;

/// <summary>
/// Something small for whose sake the platform is called beside the sending, and which one worker holds at a time. It has its own claim, so
/// that it never takes a publication out of the sending's hands.
/// </summary>
internal interface IErrand
{
    long Id { get; }

    string AccountKey { get; }

    string ClaimedBy { get; }

    /// <summary>What the audit trail calls what it is about.</summary>
    string AuditSubject { get; }

    void Hold(DateTimeOffset until);

    /// <summary>An attempt for its sake, begun.</summary>
    SendingAttempt Attempt(SendingStep step, string target, DateTimeOffset at);
}
