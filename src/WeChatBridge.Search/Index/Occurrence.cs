using System.Runtime.InteropServices;

namespace WeChatBridge.Search.Index;

/// <summary>How often a term stands in a section's text (counted to 31), in its heading (to 3), and whether above it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Occurrence(byte Packed)
{
    private const int MostInText = 31;
    private const int MostInHeading = 3;

    public int InText => Packed & 0x1F;

    public int InHeading => (Packed >> 5) & 0x03;

    public bool Above => (Packed & 0x80) != 0;

    public static Occurrence Of(int inText, int inHeading, bool above) =>
        new((byte)(Math.Min(inText, MostInText) | (Math.Min(inHeading, MostInHeading) << 5) | (above ? 0x80 : 0)));
}
