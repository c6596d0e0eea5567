namespace WeChatBridge.Search.Text;

/// <summary>Cuts folded text into what is compared: pairs of neighbouring Chinese characters, and whole words of letters and digits.</summary>
internal static class Terms
{
    public static IEnumerable<string> Of(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            if (CharacterFolding.IsHan(folded[i]))
            {
                if (i + 1 < folded.Length && CharacterFolding.IsHan(folded[i + 1]))
                {
                    yield return folded.Substring(i, 2);
                }

                i++;
            }
            else if (char.IsAsciiLetterOrDigit(folded[i]))
            {
                var start = i;
                while (i < folded.Length && char.IsAsciiLetterOrDigit(folded[i]))
                {
                    i++;
                }

                yield return folded[start..i];
            }
            else
            {
                i++;
            }
        }
    }
}
