using System.Globalization;
using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>What the parts of a case are called in its page; publications, reviews and disclosure are called as everywhere else.</summary>
internal static class CaseWords
{
    /// <summary>In the office's zone, to the second.</summary>
    public static string Of(DateTimeOffset? at) =>
        at?.ToOffset(OfficeTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    public static string Of(CaseFileUse use) => use switch
    {
        CaseFileUse.Cover => CaseFileTexts.UseCover,
        CaseFileUse.Picture => CaseFileTexts.UsePicture,
        _ => CaseFileTexts.UseAttachment,
    };
}
