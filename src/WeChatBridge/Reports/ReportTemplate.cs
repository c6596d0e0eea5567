using WeChatBridge.Search.Documents;
using WeChatBridge.Texts;

namespace WeChatBridge.Reports;

/// <summary>The document of each kind to be filled in (模板), whose headings the import recognises.</summary>
internal static class ReportTemplate
{
    /// <summary>A .docx, the same bytes each time.</summary>
    public static byte[] Write(ReportKind kind) => WordTemplate.Write(kind switch
    {
        ReportKind.Guide => StaffTexts.TemplateGuide,
        ReportKind.Policy => StaffTexts.TemplatePolicy,
        ReportKind.Notice => StaffTexts.TemplateNotice,
        _ => StaffTexts.TemplateReport,
    });
}
