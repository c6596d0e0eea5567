using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WeChatBridge.Simulator.Wire;

/// <summary>XML as the platform writes and reads it.</summary>
public static class WireXml
{
    /// <summary>A field whose text stands in CDATA, as the platform sends nearly all of them.</summary>
    public static XElement Text(string name, string value) => new(name, new XCData(Printable(value)));

    /// <summary>A field with a bare number.</summary>
    public static XElement Number(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="XmlException">It is not XML, or it brings a DTD.</exception>
    public static XElement Parse(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        return XElement.Load(reader);
    }

    /// <summary>On one line, without declaration, line breaks inside fields kept as they are on every system.</summary>
    public static string Write(XElement xml)
    {
        var written = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None };
        using (var writer = XmlWriter.Create(written, settings))
        {
            xml.WriteTo(writer);
        }

        return written.ToString();
    }

    // XML 1.0 has no way to write most control characters; a phone cannot send them either.
    private static string Printable(string value)
    {
        var kept = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not 0xFFFE and not 0xFFFF))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }
}
