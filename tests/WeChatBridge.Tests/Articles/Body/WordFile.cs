using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WeChatBridge.Tests.Articles.Body;

/// <summary>Word documents written here, with what an office puts into them.</summary>
internal static class WordFile
{
    public static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    private const string Styles = """
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>
          <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
        """;

    private const string Lists = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        """;

    /// <summary>
    /// A document whose body is the WordprocessingML given; pictures are "rId90" (a dot of PNG) and "rId91" (an EMF), a link is "rId92".
    /// </summary>
    public static byte[] Of(string body)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            Feed(main.AddImagePart(ImagePartType.Png, "rId90"), Dot);
            Feed(main.AddImagePart(ImagePartType.Emf, "rId91"), [1, 0, 0, 0, 88, 0, 0, 0]);
            main.AddHyperlinkRelationship(new Uri("https://www.gov.cn/zhengce/"), isExternal: true, "rId92");
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Namespaces}>{Styles}</w:styles>");
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Namespaces}>{Lists}</w:numbering>");
            main.Document = new Document($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
        }

        return bytes.ToArray();
    }

    /// <summary>A document whose text nobody has read before it is written.</summary>
    public static byte[] Raw(string body)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"));
            package.AddMainDocumentPart().FeedData(text);
        }

        return bytes.ToArray();
    }

    private static void Feed(ImagePart part, byte[] content)
    {
        using var stream = new MemoryStream(content);
        part.FeedData(stream);
    }
}
