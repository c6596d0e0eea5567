namespace WeChatBridge.Search.Text;

/// <summary>Brings every character to the form it is compared in, one for one, so that offsets into the original stay valid.</summary>
/// <remarks>
/// <see cref="string.Normalize()"/> does nothing under <c>InvariantGlobalization</c>, and NFKC changes lengths; this table does the part
/// of NFKC that Chinese official text needs.
/// </remarks>
internal static class CharacterFolding
{
    /// <summary>What an invisible character folds to; it belongs to no term.</summary>
    public const char Invisible = '\0';

    private static readonly char[] Table = BuildTable();

    public static char Fold(char character) => Table[character];

    /// <summary>Folds a text; the result has the same length, with invisible characters as <see cref="Invisible"/>.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = Table[source[i]];
        }
    });

    /// <summary>True for the characters the index treats as Chinese writing.</summary>
    public static bool IsHan(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = FoldOne((char)i);
        }

        var (traditional, simplified) = (CharacterData.Lines("simplified")[0], CharacterData.Lines("simplified")[1]);
        for (var i = 0; i < traditional.Length; i++)
        {
            table[traditional[i]] = simplified[i];
        }

        for (var i = 0; i < table.Length; i++)
        {
            // 薴 has the simpler form 苧, which has one itself.
            table[i] = table[table[i]];
        }

        return table;
    }

    private static char FoldOne(char character) => character switch
    {
        '\u3000' or '\u00A0' or '\t' => ' ',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - 0xFEE0)),
        >= '\u2460' and <= '\u2468' => (char)(character - '\u2460' + '1'),
        '〔' or '【' or '［' => '(',
        '〕' or '】' or '］' => ')',
        '﹒' or '．' => '.',
        '：' or '﹕' => ':',
        '﹑' => '、',
        '○' or '◯' or '零' => '〇',
        _ when IsInvisible(character) => Invisible,
        _ => char.ToLowerInvariant(character),
    };

    private static bool IsInvisible(char character) =>
        character is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
            or '\uFEFF' or '\u00AD' or '\u180E' || (char.IsControl(character) && character is not ('\n' or '\r' or '\f'));
}
