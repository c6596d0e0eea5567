namespace WeChatBridge.Search.Documents;

/// <summary>Gives each heading its level, following the numbers rather than trusting them.</summary>
internal sealed class OutlineTree
{
    private readonly List<Frame> _open = [];

    /// <summary>The level of each heading, from 1, in the order given.</summary>
    public static IReadOnlyList<int> Levels(IReadOnlyList<HeadingNumber> numbers)
    {
        var tree = new OutlineTree();
        var levels = new int[numbers.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = tree.Place(numbers, i);
        }

        return levels;
    }

    private int Place(IReadOnlyList<HeadingNumber> numbers, int index)
    {
        var number = numbers[index];
        if (FindSuccessor(number) is { } successor)
        {
            return Continue(successor, number);
        }

        var same = _open.FindLastIndex(frame => frame.Style == number.Style && frame.Depth == number.Depth);
        if (same >= 0)
        {
            return IsNestedRestart(numbers, index, _open[same]) ? Push(number) : Continue(same, number);
        }

        var stepBrother = _open.FindLastIndex(frame => IsStepBrother(frame, number));
        if (stepBrother >= 0)
        {
            return Continue(stepBrother, number);
        }

        while (_open.Count > 0 && _open[^1].Rank > number.Rank)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        return Push(number);
    }

    private int? FindSuccessor(HeadingNumber number)
    {
        var index = _open.FindLastIndex(frame =>
            frame.Style == number.Style && frame.Depth == number.Depth && frame.Last + 1 == number.Value);
        return index < 0 ? null : index;
    }

    // 二、 一、 三、: the restarted 一、 stands under 二、 when 三、 later takes up where 二、 left off.
    private static bool IsNestedRestart(IReadOnlyList<HeadingNumber> numbers, int index, Frame open)
    {
        if (numbers[index].Value != 1 || open.Last == 1)
        {
            return false;
        }

        for (var i = index + 1; i < numbers.Count; i++)
        {
            if (numbers[i].Style == open.Style && numbers[i].Depth == open.Depth)
            {
                return numbers[i].Value != 2 && numbers[i].Value == open.Last + 1;
            }
        }

        return false;
    }

    // （一） (2) (3): the office changed the brackets' filling half-way; the count goes on.
    private static bool IsStepBrother(Frame frame, HeadingNumber number) =>
        frame.Last + 1 == number.Value && (frame.Style, number.Style) is
            (NumberStyle.ChineseBracket, NumberStyle.ArabicBracket) or (NumberStyle.ArabicBracket, NumberStyle.ChineseBracket)
            or (NumberStyle.ChinesePoint, NumberStyle.ArabicPoint) or (NumberStyle.ArabicPoint, NumberStyle.ChinesePoint)
            or (NumberStyle.ChinesePoint, NumberStyle.ChineseBracket);

    private int Continue(int index, HeadingNumber number)
    {
        _open.RemoveRange(index + 1, _open.Count - index - 1);
        _open[index] = new Frame(number.Style, number.Depth, number.Value);
        return index + 1;
    }

    private int Push(HeadingNumber number)
    {
        _open.Add(new Frame(number.Style, number.Depth, number.Value));
        return _open.Count;
    }

    private sealed record Frame(NumberStyle Style, int Depth, int Last)
    {
        public int Rank => ((int)Style * 10) + Depth;
    }
}
