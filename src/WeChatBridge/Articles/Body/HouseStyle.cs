namespace WeChatBridge.Articles.Body;

/// <summary>
/// How a body made from a document looks: the platform has no style sheet, so what would be bare there says its style itself. Short,
/// because every character counts towards the platform's 20,000.
/// </summary>
internal static class HouseStyle
{
    public const string Table = "width:100%;border-collapse:collapse";
    public const string Cell = "border:1px solid #bbb;padding:5px";
    public const string Quotation = "border-left:4px solid #ccc;padding-left:12px;color:#555";
    public const string Indented = "text-indent:2em";
}
