namespace WeChatBridge.Search.Index;

/// <summary>Which sections hold which terms, packed: sorted terms, and for each a list of section steps with how often and where.</summary>
internal sealed class Postings
{
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

            int step = 0, shift = 0;
            byte part;
            do
            {
                part = _bytes[_at++];
                step |= (part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);

            Section += step + 1;
            Occurrence = new Occurrence(_bytes[_at++]);
            return true;
        }
    }
}
