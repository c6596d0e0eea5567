namespace WeChatBridge.Notices;

/// <summary>What people are told of.</summary>
internal enum NoticeKind
{
    /// <summary>A review waits for its next step.</summary>
    ReviewWaiting,

    /// <summary>A version came back to its authors, or is not to be released.</summary>
    SentBack,

    /// <summary>The platform refused a publication, or an article of it.</summary>
    PublicationFailed,

    /// <summary>A publication is past its due time and not out.</summary>
    PublicationLate,

    /// <summary>Nobody knows whether a publication is out (结果未知).</summary>
    OutcomeUnknown,

    /// <summary>A publication stands still and asks a person.</summary>
    PublicationStopped,

    /// <summary>A draft lies at the platform until a person sends it there by hand.</summary>
    DraftWaiting,

    /// <summary>The time in which a follower can be written to is about to end, and nobody has answered.</summary>
    WindowClosing,

    /// <summary>Followers have seen nothing of the account for days.</summary>
    Silence,

    /// <summary>The 20 working days (条例第二十六条) of an article are nearly over.</summary>
    DisclosureDue,

    /// <summary>Nothing of the account goes out.</summary>
    AccountPaused,

    /// <summary>The account may only store drafts.</summary>
    AccountDraftOnly,

    /// <summary>The holidays of a near year are not known.</summary>
    HolidaysUnknown,

    /// <summary>A complaint about an official waits, and nobody is appointed to read it.</summary>
    ComplaintUnread,

    /// <summary>Somebody else entered that another acts in the person's right (代审). Ends when they have seen it.</summary>
    DelegationEntered,

    /// <summary>Somebody else took the person's authenticator away. Ends when they have seen it.</summary>
    AuthenticatorReset,

    /// <summary>An emergency is out, and the follow-up found that it should not be.</summary>
    FollowUpRejected,

    /// <summary>A taking back waits for its second person.</summary>
    WithdrawalWaiting,

    /// <summary>The platform did not delete what was to be taken back, or nobody knows whether it did.</summary>
    WithdrawalFailed,
}
