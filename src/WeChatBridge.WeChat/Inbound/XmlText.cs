using System.Text;
using System.Xml;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>The one place that knows which text XML can carry, and how the platform's XML carries it.</summary>
internal static class XmlText
{
    /// <summary>
    /// The text as an XML reader would give it back: without control characters, lone surrogates, U+FFFE and U+FFFF, which XML
    /// cannot express at all, and with every line end as a line feed.
    /// </summary>
    public static string Carried(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c) && c != '\r'))
        {
            return text;
        }

        var carried = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                carried.Append(text, i++, 2);
            }
            else if (text[i] == '\r')
            {
                carried.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                carried.Append(text[i]);
            }
        }

        return carried.ToString();
    }

    /// <summary>Appends an element with its text in CDATA; a <c>]]&gt;</c> inside is split over two sections.</summary>
    public static void AppendElement(StringBuilder xml, string name, string text)
    {
        xml.Append('<').Append(name).Append("><![CDATA[");
        xml.Append(Carried(text).Replace("]]>", "]]]]><![CDATA[>"));
        xml.Append("]]></").Append(name).Append('>');
    }

    /// <summary>Appends an element with a number, which the platform wants without CDATA.</summary>
    public static void AppendNumber(StringBuilder xml, string name, long number) =>
        xml.Append('<').Append(name).Append('>').Append(number).Append("</").Append(name).Append('>');
}
