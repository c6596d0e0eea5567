namespace WeChatBridge.WeChat.Inbound;

/// <summary>One element of a callback: a name with text, or with elements inside.</summary>
internal sealed class WireElement(string name)
{
    private readonly List<WireElement> _children = [];

    public string Name { get; } = name;

    public string Text { get; private set; } = "";

    /// <summary>The first element of that name, in any case: the platform spells one field in several ways (MsgID, MsgId).</summary>
    public WireElement? Child(string name) => _children.Find(child => child.IsNamed(name));

    public IEnumerable<WireElement> Children(string name) => _children.Where(child => child.IsNamed(name));

    public void Add(WireElement child) => _children.Add(child);

    public void AddText(string text) => Text += text;

    private bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
