using System.Runtime.InteropServices;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Gathers terms section by section and packs them.</summary>
internal sealed class PostingsBuilder
{
    private readonly Dictionary<uint, TermList> _lists = [];
    private readonly List<uint> _text = [];
    private readonly List<uint> _heading = [];
    private readonly List<uint> _above = [];

    /// <summary>Adds the folded texts of the next section; sections come in ascending order.</summary>
    public void Add(int section, string text, string heading, string above)
    {
        Collect(_text, text);
        Collect(_heading, heading);
        Collect(_above, above);
        AddRuns(section, _heading, static (count, list) => list.Pend(0, count, false));
        AddRuns(section, _above, static (_, list) => list.Pend(0, 0, true));
        AddRuns(section, _text, static (count, list) => list.Pend(count, 0, false));
    }

    public Postings Build()
    {
        var terms = new uint[_lists.Count];
        _lists.Keys.CopyTo(terms, 0);
        Array.Sort(terms);
        var (offsets, counts) = (new int[terms.Length], new int[terms.Length]);
        var total = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var list = _lists[terms[i]];
            list.Flush();
            (offsets[i], counts[i]) = (total, list.Count);
            total += list.Bytes.Count;
        }

        var bytes = new byte[total];
        for (var i = 0; i < terms.Length; i++)
        {
            CollectionsMarshal.AsSpan(_lists[terms[i]].Bytes).CopyTo(bytes.AsSpan(offsets[i]));
        }

        return new Postings(terms, offsets, counts, bytes);
    }

    private static void Collect(List<uint> terms, string folded)
    {
        terms.Clear();
        Terms.AddTo(terms, folded);
        CollectionsMarshal.AsSpan(terms).Sort();
    }

    private void AddRuns(int section, List<uint> sorted, Action<int, TermList> pend)
    {
        for (var i = 0; i < sorted.Count;)
        {
            var start = i;
            while (i < sorted.Count && sorted[i] == sorted[start])
            {
                i++;
            }

            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, sorted[start], out _);
            list ??= new TermList();
            list.MoveTo(section);
            pend(i - start, list);
        }
    }

    /// <summary>One term's list while it grows; the last section's entry waits until the next section comes.</summary>
    private sealed class TermList
    {
        private int _section = -1;
        private int _written = -1;
        private (int Text, int Heading, bool Above) _pending;

        public List<byte> Bytes { get; } = new(4);

        public int Count { get; private set; }

        public void MoveTo(int section)
        {
            if (section != _section)
            {
                Flush();
                _section = section;
            }
        }

        public void Pend(int text, int heading, bool above) =>
            _pending = (_pending.Text + text, _pending.Heading + heading, _pending.Above || above);

        public void Flush()
        {
            if (_section == _written)
            {
                return;
            }

            var step = _section - _written - 1;
            while (step >= 0x80)
            {
                Bytes.Add((byte)(step | 0x80));
                step >>= 7;
            }

            Bytes.Add((byte)step);
            Bytes.Add(Occurrence.Of(_pending.Text, _pending.Heading, _pending.Above).Packed);
            (_written, _pending) = (_section, default);
            Count++;
        }
    }
}
