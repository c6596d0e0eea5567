namespace WeChatBridge.Staff;

/// <summary>What may be done for an official account, decided in the desks.</summary>
internal enum Permission
{
    ImportReports,
    ConfirmReports,
    WithdrawReports,

    /// <summary>Rules, synonyms, menu, contact card, fixed texts.</summary>
    KeepRules,
    ConfirmRules,
    AnswerInbox,

    /// <summary>What citizens write about officials (监督类留言).</summary>
    ReadComplaints,

    /// <summary>What citizens asked and the machine could not answer.</summary>
    SeeQuestions,
    WriteArticles,
    ReviewArticles,
    SignOff,

    /// <summary>Decide what a reviewer could not (上报).</summary>
    DecideSentUp,
    Schedule,

    /// <summary>Have a message shown to named people on their phones before it goes out (预览).</summary>
    SendPreview,
    PauseAccount,
    RegisterWebsiteSending,
    ExportCaseFile,
    KeepStaff,
    KeepAccounts,
    ReadAudit,
}
