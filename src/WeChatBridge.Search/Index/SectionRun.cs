using WeChatBridge.Search.Excerpts;

namespace WeChatBridge.Search.Index;

/// <summary>Sections that follow each other in a document and answer nearly alike: one passage shows them all.</summary>
/// <remarks>
/// Who asks what to bring means the papers, whether or not the next section says who brings them for a child: showing both is shorter than
/// asking back, and right more often than picking one.
/// </remarks>
internal sealed class SectionRun
{
    // A section beside the best that scores this share of it may hold the answer as well. At 0.8 a questioner of the town's own report got
    // three sections for 微信公众号, and no more of the questions set aside were answered.
    private const double NearlyAlike = 0.97;

    private readonly Judgement _best;
    private readonly int _from;
    private readonly int _to;

    private SectionRun(Judgement best, int from, int to) => (_best, _from, _to) = (best, from, to);

    /// <summary>The run around the best section; only that section where nothing beside it comes near, or no reply holds more.</summary>
    public static SectionRun Around(Judgement best, IReadOnlyList<Judgement> ranked)
    {
        var (from, to) = (best.Entry.Position, best.Entry.End);
        var length = best.Entry.ShownText().Length;
        if (best.Entry.IsOpening || length > ExcerptCutter.DefaultCharacters)
        {
            return new SectionRun(best, from, to);
        }

        var near = ranked.Where(judged => judged.Entry.Document == best.Entry.Document && judged.Score >= NearlyAlike * best.Score)
            .ToDictionary(judged => judged.Entry.Position, judged => judged.Score);
        while (true)
        {
            var (before, after) = (near.GetValueOrDefault(from - 1), near.GetValueOrDefault(to));
            var (first, last) = before > after ? (from - 1, to) : (from, to + 1);
            if (before + after == 0 || best.Entry.TextOf(first, last).Length > ExcerptCutter.DefaultCharacters)
            {
                return new SectionRun(best, from, to);
            }

            (from, to) = (first, last);
        }
    }

    /// <summary>True where a section is shown with the run.</summary>
    public bool Holds(Judgement judged) =>
        judged.Entry.Document == _best.Entry.Document && judged.Entry.Position >= _from && judged.Entry.Position < _to;

    /// <summary>What is shown: the fact asked for where the best section states it, else all sections of the run.</summary>
    public SectionHit ToHit()
    {
        var hit = _best.ToHit();
        var entry = _best.Entry;
        if (hit.Fact is not null || (_from == entry.Position && _to == entry.End))
        {
            return hit;
        }

        var text = entry.TextOf(_from, _to);
        return hit with
        {
            Excerpt = new Excerpt(text, 0, text.Length, IsWholeSection: false),
            Together = [.. entry.Document.Sections.Skip(_from).Take(_to - _from).Select(section => section.Id)],
        };
    }
}
