using System.Buffers;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Gathers the sections worth judging: BM25 over section and document, with headings counting more than text.</summary>
internal static class Retrieval
{
    private const double HeadingWeight = 2.5;
    private const double AboveWeight = 0.7;
    private const double Saturation = 0.9;

    // A section of this many characters is neither long nor short.
    private const double UsualLength = 150;
    private const double LengthInfluence = 0.5;
    private const double DocumentShare = 0.5;
    private const double TitleShare = 0.8;

    /// <summary>The best sections of one part, the best first.</summary>
    public static List<Candidate> Find(IndexPart part, QueryPlan plan, int most)
    {
        var sections = ArrayPool<float>.Shared.Rent(part.Sections.Count);
        var documents = ArrayPool<float>.Shared.Rent(part.Documents.Count);
        try
        {
            var sectionScores = sections.AsSpan(0, part.Sections.Count);
            var documentScores = documents.AsSpan(0, part.Documents.Count);
            sectionScores.Clear();
            documentScores.Clear();
            foreach (var (term, weight) in Gather(plan))
            {
                ScoreSections(part, term, weight, sectionScores, documentScores);
                ScoreTitles(part, term, weight, documentScores);
            }

            return Best(part, sectionScores, documentScores, most);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sections);
            ArrayPool<float>.Shared.Return(documents);
        }
    }

    private static Dictionary<uint, double> Gather(QueryPlan plan)
    {
        var weights = new Dictionary<uint, double>();
        foreach (var term in plan.Terms)
        {
            foreach (var form in term.Forms)
            {
                var parts = Terms.Distinct(form.Text);
                foreach (var part in parts)
                {
                    weights[part] = weights.GetValueOrDefault(part) + (term.Weight * form.Trust / parts.Count);
                }
            }
        }

        return weights;
    }

    private static void ScoreSections(IndexPart part, uint term, double weight, Span<float> sections, Span<float> documents)
    {
        var (document, inDocument) = (-1, 0d);
        var list = part.Terms.Read(term);
        while (list.MoveNext())
        {
            var found = list.Occurrence;
            var frequency = found.InText + (HeadingWeight * found.InHeading) + (found.Above ? AboveWeight : 0);
            var entry = part.Sections[list.Section];
            var length = 1 - LengthInfluence + (LengthInfluence * (entry.Section.Text.Length / UsualLength));
            sections[list.Section] += (float)(weight * frequency / (frequency + (Saturation * length)));
            if (entry.DocumentNumber != document)
            {
                AddToDocument(documents, document, inDocument, weight);
                (document, inDocument) = (entry.DocumentNumber, 0);
            }

            inDocument += frequency;
        }

        AddToDocument(documents, document, inDocument, weight);
    }

    private static void AddToDocument(Span<float> documents, int document, double frequency, double weight)
    {
        if (document >= 0)
        {
            documents[document] += (float)(weight * DocumentShare * frequency / (frequency + 1.5));
        }
    }

    private static void ScoreTitles(IndexPart part, uint term, double weight, Span<float> documents)
    {
        var list = part.Titles.Read(term);
        while (list.MoveNext())
        {
            documents[list.Section] += (float)(weight * TitleShare);
        }
    }

    private static List<Candidate> Best(IndexPart part, ReadOnlySpan<float> sections, ReadOnlySpan<float> documents, int most)
    {
        var queue = new PriorityQueue<int, float>(most + 1);
        for (var i = 0; i < sections.Length; i++)
        {
            var score = sections[i] + documents[part.Sections[i].DocumentNumber];
            if (score > 0 && (sections[i] > 0 || part.Sections[i].IsOpening) && (queue.Count < most || score > LowestOf(queue)))
            {
                queue.Enqueue(i, score);
                if (queue.Count > most)
                {
                    queue.Dequeue();
                }
            }
        }

        var best = new List<Candidate>(queue.Count);
        while (queue.TryDequeue(out var index, out var score))
        {
            best.Add(new Candidate(part.Sections[index], score));
        }

        best.Reverse();
        return best;
    }

    private static float LowestOf(PriorityQueue<int, float> queue) => queue.TryPeek(out _, out var lowest) ? lowest : 0;
}

/// <summary>A section worth judging, with what it scored when gathered.</summary>
internal sealed record Candidate(SectionEntry Entry, double Score);
