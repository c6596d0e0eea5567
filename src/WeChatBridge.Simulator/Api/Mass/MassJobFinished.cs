using System.Globalization;
using System.Xml.Linq;
using WeChatBridge.Simulator.Callbacks;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>Writes the event that tells how a mass message ended.</summary>
internal static class MassJobFinished
{
    public static CallbackMessage Event(PlatformAccount account, MassMessage message, MassEnding ending)
    {
        List<XElement> fields =
        [
            new("MsgID", message.MessageId.ToString(CultureInfo.InvariantCulture)),
            WireXml.Text("Status", message.Outcome),
            WireXml.Number("TotalCount", message.TotalCount),
            // FilterCount is what is left of the total after the platform's own filters: sent and failed together.
            WireXml.Number("FilterCount", message.Reached.Count + message.ErrorCount),
            WireXml.Number("SentCount", message.Reached.Count),
            WireXml.Number("ErrorCount", message.ErrorCount),
        ];
        if (message.Articles.Count > 0)
        {
            fields.Add(CopyrightCheck(message, ending));
            fields.Add(Addresses(message));
        }

        return CallbackMessage.Event(account, PlatformSender.OpenId, "MASSSENDJOBFINISH", [.. fields]);
    }

    private static XElement CopyrightCheck(MassMessage message, MassEnding ending) => new(
        "CopyrightCheckResult",
        WireXml.Number("Count", ending.IsReprint ? 1 : 0),
        new XElement("ResultList", ending.IsReprint ? Judged(message, ending) : null),
        WireXml.Number("CheckState", ending.CheckState));

    private static XElement Judged(MassMessage message, MassEnding ending) => new(
        "item",
        WireXml.Number("ArticleIdx", 1),
        WireXml.Number("UserDeclareState", 0),
        WireXml.Number("AuditState", 2),
        WireXml.Text("OriginalArticleUrl", message.Url(0)),
        WireXml.Number("OriginalArticleType", 1),
        WireXml.Number("CanReprint", ending.AuthorAllowsReprint ? 1 : 0),
        WireXml.Number("NeedReplaceContent", 1),
        WireXml.Number("NeedShowReprintSource", 1));

    private static XElement Addresses(MassMessage message)
    {
        var sent = message.Status == MassStatus.Succeeded ? message.Articles.Count : 0;
        return new XElement(
            "ArticleUrlResult",
            WireXml.Number("Count", sent),
            new XElement("ResultList", Enumerable.Range(0, sent).Select(index => new XElement(
                "item",
                WireXml.Number("ArticleIdx", index + 1),
                WireXml.Text("ArticleUrl", message.Url(index))))));
    }
}
