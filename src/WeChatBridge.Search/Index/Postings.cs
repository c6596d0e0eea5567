using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Which sections hold which terms, packed: sorted terms, and for each a list of section steps with how often and where.</summary>
internal sealed class Postings
{
    private const int FewSeconds = 8;

    private readonly uint[] _terms;
    private readonly int[] _offsets;
    private readonly int[] _counts;
    private readonly byte[] _bytes;

    public Postings(uint[] terms, int[] offsets, int[] counts, byte[] bytes) =>
        (_terms, _offsets, _counts, _bytes) = (terms, offsets, counts, bytes);

    /// <summary>Memory taken, in bytes.</summary>
    public long Size => _bytes.Length + ((long)_terms.Length * 12);

    /// <summary>How many sections hold the term.</summary>
    public int CountOf(uint term)
    {
        var index = Array.BinarySearch(_terms, term);
        return index < 0 ? 0 : _counts[index];
    }

    /// <summary>Reads the sections that hold the term, in ascending order.</summary>
    public Reader Read(uint term)
    {
        var index = Array.BinarySearch(_terms, term);
        return index < 0 ? new Reader([], 0) : new Reader(_bytes.AsSpan(_offsets[index]), _counts[index]);
    }

    /// <summary>Counts the sections that hold <paramref name="first"/> followed by one of the characters that have a place.</summary>
    public void AddCounts(char first, Dictionary<char, int> places, int[] counts)
    {
        if (places.Count < FewSeconds)
        {
            foreach (var (second, place) in places)
            {
                counts[place] += CountOf(Terms.OfPair(first, second));
            }

            return;
        }

        // The pairs of one first character lie together: reading them through is cheaper than looking for many.
        var lowest = Terms.OfPair(first, '\0');
        var index = Array.BinarySearch(_terms, lowest);
        for (var i = index < 0 ? ~index : index; i < _terms.Length && _terms[i] - lowest <= char.MaxValue; i++)
        {
            if (places.TryGetValue((char)_terms[i], out var place))
            {
                counts[place] += _counts[i];
            }
        }
    }

    /// <summary>Adds the characters that follow <paramref name="first"/> somewhere, with the number of sections.</summary>
    public void AddSuccessors(char first, List<(char Second, int Count)> successors)
    {
        var lowest = (uint)first << 16;
        var index = Array.BinarySearch(_terms, lowest);
        for (var i = index < 0 ? ~index : index; i < _terms.Length && _terms[i] - lowest <= char.MaxValue; i++)
        {
            successors.Add(((char)_terms[i], _counts[i]));
        }
    }

    /// <summary>Walks one list without allocating.</summary>
    public ref struct Reader(ReadOnlySpan<byte> bytes, int count)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _left = count;
        private int _at;

        public int Section { get; private set; } = -1;

        /// <summary>How often and where the term stands in <see cref="Section"/>.</summary>
        public Occurrence Occurrence { get; private set; }

        public bool MoveNext()
        {
            if (_left-- == 0)
            {
                return false;
            }

            // Sections that hold a usual term lie close together: nearly every step is one byte.
            int step = _bytes[_at++];
            if (step >= 0x80)
            {
                (step, _at) = ReadOn(_bytes, _at, step & 0x7F);
            }

            Section += step + 1;
            Occurrence = new Occurrence(_bytes[_at++]);
            return true;
        }

        // Static: a reader whose address is taken would not be kept in registers.
        private static (int Step, int At) ReadOn(ReadOnlySpan<byte> bytes, int at, int step)
        {
            byte part;
            var shift = 7;
            do
            {
                part = bytes[at++];
                step |= (part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);

            return (step, at);
        }
    }
}
