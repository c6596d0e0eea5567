namespace WeChatBridge.Search.Text;

/// <summary>Recognises the names of provinces, prefectures and counties, and of the townships around.</summary>
internal static class PlaceNames
{
    private static readonly WordList Names = new(CharacterData.Lines("places")[0].Split(' '));

    /// <summary>The longest names in a folded text, from left to right, without overlaps.</summary>
    public static IReadOnlyList<string> Find(string folded) =>
        [.. Names.Find(folded).Select(name => folded.Substring(name.Start, name.Length))];

    /// <summary>A name without the word for its rank, as people say it: 江西 for 江西省; the name itself where too little is left.</summary>
    public static string Bare(string name)
    {
        var bare = name.TrimEnd('省', '市', '县', '区', '旗', '镇', '乡');
        return bare.Length >= 2 ? bare : name;
    }
}
