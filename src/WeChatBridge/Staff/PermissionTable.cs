using WeChatBridge.Texts;
using static WeChatBridge.Staff.Permission;

namespace WeChatBridge.Staff;

/// <summary>Which role may do what: the one place where that is written.</summary>
internal static class PermissionTable
{
    private static readonly Dictionary<StaffRole, IReadOnlySet<Permission>> Granted = new()
    {
        [StaffRole.Editor] = new HashSet<Permission> { ImportReports, KeepRules, SeeQuestions, WriteArticles, SendPreview, ExportCaseFile },
        [StaffRole.Reviewer] = new HashSet<Permission>
        {
            ConfirmReports, ConfirmRules, SeeQuestions, ReviewArticles, SendPreview, ExportCaseFile,
        },
        [StaffRole.SigningOfficer] = new HashSet<Permission>
        {
            ConfirmReports, WithdrawReports, ConfirmRules, SeeQuestions, SignOff, DecideSentUp, Schedule, SendPreview,
            PauseAccount, RegisterWebsiteSending, ExportCaseFile, ReadAudit,
        },
        [StaffRole.DutyOfficer] = new HashSet<Permission>
        {
            AnswerInbox, SeeQuestions, Schedule, SendPreview, PauseAccount, RegisterWebsiteSending,
        },
        [StaffRole.Administrator] = new HashSet<Permission>
        {
            WithdrawReports, DecideSentUp, PauseAccount, ExportCaseFile, KeepStaff, KeepAccounts, ReadAudit,
        },
        [StaffRole.Supervisor] = new HashSet<Permission> { ReadComplaints },
    };

    public static IReadOnlySet<Permission> Of(StaffRole role) => Granted[role];

    /// <summary>The permission as staff call it.</summary>
    public static string NameOf(Permission permission) => permission switch
    {
        ImportReports => StaffTexts.PermissionImportReports,
        ConfirmReports => StaffTexts.PermissionConfirmReports,
        WithdrawReports => StaffTexts.PermissionWithdrawReports,
        KeepRules => StaffTexts.PermissionKeepRules,
        ConfirmRules => StaffTexts.PermissionConfirmRules,
        AnswerInbox => StaffTexts.PermissionAnswerInbox,
        ReadComplaints => StaffTexts.PermissionReadComplaints,
        SeeQuestions => StaffTexts.PermissionSeeQuestions,
        WriteArticles => StaffTexts.PermissionWriteArticles,
        ReviewArticles => StaffTexts.PermissionReviewArticles,
        SignOff => StaffTexts.PermissionSignOff,
        DecideSentUp => StaffTexts.PermissionDecideSentUp,
        Schedule => StaffTexts.PermissionSchedule,
        SendPreview => StaffTexts.PermissionSendPreview,
        PauseAccount => StaffTexts.PermissionPauseAccount,
        RegisterWebsiteSending => StaffTexts.PermissionRegisterWebsiteSending,
        ExportCaseFile => StaffTexts.PermissionExportCaseFile,
        KeepStaff => StaffTexts.PermissionKeepStaff,
        KeepAccounts => StaffTexts.PermissionKeepAccounts,
        ReadAudit => StaffTexts.PermissionReadAudit,
        _ => permission.ToString(),
    };
}
