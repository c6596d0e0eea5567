using System.Text.RegularExpressions;
using WeChatBridge.Search.Text;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Checks;

/// <summary>Finds what tells readers who a private person is: numbers of identity and bank cards, mobile phones, home addresses.</summary>
internal static partial class PersonalDataCheck
{
    public static IEnumerable<CheckFinding> Check(CheckedText text) => Numbers(text).Concat(Addresses(text));

    private static IEnumerable<CheckFinding> Numbers(CheckedText text) =>
        from found in PersonalData.Find(text.Text, PersonalDataKinds.InQuestions)
        let place = text.At(found.Start, found.Length)
        select found.Kind switch
        {
            PersonalDataKinds.IdentityCard => Blocking(CheckRule.IdentityCard, place, ArticleTexts.AdviceIdentityCard),
            PersonalDataKinds.BankCard => Blocking(CheckRule.BankCard, place, ArticleTexts.AdviceBankCard),
            // A duty officer's mobile phone may be the number to call.
            _ => new CheckFinding(CheckRule.MobilePhone, CheckWeight.NeedsReason, place, ArticleTexts.AdviceMobilePhone),
        };

    private static CheckFinding Blocking(CheckRule rule, CheckPlace place, string advice) => new(rule, CheckWeight.Blocking, place, advice);

    // An office has an address too, so a person decides.
    private static IEnumerable<CheckFinding> Addresses(CheckedText text)
    {
        var end = 0;
        foreach (var place in Dwelling().Matches(text.Text).Concat(Labelled().Matches(text.Text))
            .Select(match => match.Groups["place"]).OrderBy(place => place.Index))
        {
            if (place.Index >= end)
            {
                end = place.Index + place.Length;
                yield return new CheckFinding(
                    CheckRule.HomeAddress, CheckWeight.NeedsReason, text.At(place.Index, place.Length), ArticleTexts.AdviceHomeAddress);
            }
        }
    }

    // A building with an entrance or a flat in it: 3号楼2单元401室.
    [GeneratedRegex(
        @"(?<place>[0-9０-９一二三四五六七八九十]{1,4}(号楼|栋|幢|座|号院|区)[^\n，。；、]{0,6}?[0-9０-９一二三四五六七八九十]{1,3}(单元|门)"
        + @"([^\n，。；、]{0,3}?[0-9０-９]{1,4}(室|户|号)?)?|[0-9０-９]{1,3}(单元|号楼|栋|幢)[-—－ ]?[0-9０-９]{2,4}(室|户))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dwelling();

    [GeneratedRegex(
        @"(家庭住址|家庭地址|现住址|住址|现住|家住|户籍地址?|户籍所在地)[ 　\t]*(为|是|在|于)?[ 　\t]*[：:]?[ 　\t]*"
        + @"(?<place>[\p{L}\p{N}]{0,30}?(旗|县|区|镇|乡|苏木|嘎查|村|路|街|巷|小区)[\p{L}\p{N}]{0,30})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Labelled();
}
