using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>The XML of a callback, read forward within bounds, or a refusal.</summary>
/// <remarks>
/// The bytes become text before they become XML: the platform always writes UTF-8, so a declaration that claims another encoding,
/// or a byte that breaks the rules, is settled here and not by the XML reader.
/// </remarks>
internal sealed class WireDocument
{
    public const int MaxBytes = 64 * 1024;

    /// <summary>The deepest message known (MASSSENDJOBFINISH) has five levels.</summary>
    public const int MaxDepth = 8;

    /// <summary>The widest known message (MASSSENDJOBFINISH for eight articles) has about a hundred elements.</summary>
    public const int MaxElements = 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private WireDocument(string text, WireElement? root, InboundRefusal? refusal)
    {
        Text = text;
        Root = root;
        Refusal = refusal;
    }

    [MemberNotNullWhen(true, nameof(Root))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Root is not null;

    public string Text { get; }

    public WireElement? Root { get; }

    public InboundRefusal? Refusal { get; }

    public static WireDocument Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            return Refused(InboundRefusalKind.TooLarge);
        }

        if (!Utf8.IsValid(utf8))
        {
            return Refused(InboundRefusalKind.NotUtf8);
        }

        // What XML cannot carry is dropped, not refused: a follower may paste a control character and still deserves an answer.
        var text = XmlText.Carried(Encoding.UTF8.GetString(utf8)).TrimStart('\uFEFF');
        return string.IsNullOrWhiteSpace(text) ? Refused(InboundRefusalKind.Empty) : Parse(text);
    }

    private static WireDocument Parse(string text)
    {
        var rootSeen = false;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            rootSeen = reader.MoveToContent() == XmlNodeType.Element;
            var tree = new TreeBuilder();
            do
            {
                if (tree.Take(reader) is { } refusal)
                {
                    return Refused(refusal);
                }
            }
            while (reader.Read());

            return new WireDocument(text, tree.Root, refusal: null);
        }
        catch (XmlException)
        {
            // The exception has no code. Before the root nobody's words can stand, so this is the declaration, or as good as one.
            var doctype = !rootSeen && text.Contains("<!DOCTYPE");
            return Refused(doctype ? InboundRefusalKind.DoctypeRefused : InboundRefusalKind.NotXml);
        }
    }

    private static WireDocument Refused(InboundRefusalKind kind) => new("", root: null, new InboundRefusal(kind));

    private sealed class TreeBuilder
    {
        private readonly Stack<WireElement> _open = new();
        private int _elements;

        public WireElement? Root { get; private set; }

        public InboundRefusalKind? Take(XmlReader reader)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    return Open(reader);
                case XmlNodeType.EndElement:
                    _open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    _open.Peek().AddText(reader.Value);
                    break;
            }

            return null;
        }

        private InboundRefusalKind? Open(XmlReader reader)
        {
            if (reader.Depth >= MaxDepth)
            {
                return InboundRefusalKind.TooDeep;
            }

            if (++_elements > MaxElements)
            {
                return InboundRefusalKind.TooManyElements;
            }

            var element = new WireElement(reader.LocalName);
            if (_open.TryPeek(out var parent))
            {
                parent.Add(element);
            }

            Root ??= element;
            if (!reader.IsEmptyElement)
            {
                _open.Push(element);
            }

            return null;
        }
    }
}
