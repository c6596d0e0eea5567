namespace WeChatBridge.Search.Index;

/// <summary>Chooses the sections worth judging.</summary>
internal static class Retrieval
{
    // Of the best documents every section is judged: the right one may share no word with the question (高龄津贴问谁 -> 咨询与监督).
    private const int LeadingDocuments = 2;
    private const int MostSectionsOfLeader = 30;

    /// <summary>The best sections of one part.</summary>
    public static List<Candidate> Find(IndexPart part, QueryPlan plan, Lexicon lexicon, int most)
    {
        using var scores = Scores.Of(part, plan);
        var places = PlaceFit.Of(part, plan.Question, lexicon);
        var chosen = Best(part, scores, places, most);
        foreach (var document in Leaders(scores, places))
        {
            var (from, to) = part.SectionsOf(document);
            chosen.UnionWith(Enumerable.Range(from, Math.Min(to - from, MostSectionsOfLeader)));
        }

        var candidates = new List<Candidate>(chosen.Count);
        foreach (var section in chosen)
        {
            var document = part.DocumentOf[section];
            candidates.Add(new Candidate(part.Sections[section], scores.Documents[document], places.FactorOf(document), places.IsOnlyMentioned(document)));
        }

        return candidates;
    }

    private static HashSet<int> Best(IndexPart part, Scores scores, PlaceFit places, int most)
    {
        var queue = new PriorityQueue<int, float>(most + 1);
        var documents = scores.Documents;
        var lowest = float.NegativeInfinity;
        for (var document = 0; document < documents.Length; document++)
        {
            var (from, to) = part.SectionsOf(document);
            var sections = scores.Sections[from..to];
            var ofDocument = documents[document];
            for (var i = 0; i < sections.Length; i++)
            {
                var score = sections[i] + ofDocument;
                if (score <= lowest || score == 0 || (sections[i] == 0 && i > 0))
                {
                    continue;
                }

                queue.Enqueue(from + i, score * (float)places.FactorOf(document));
                if (queue.Count > most)
                {
                    queue.Dequeue();
                }

                lowest = queue.Count == most ? LowestOf(queue) : lowest;
            }
        }

        return [.. queue.UnorderedItems.Select(item => item.Element)];
    }

    private static IEnumerable<int> Leaders(Scores scores, PlaceFit places)
    {
        var queue = new PriorityQueue<int, double>();
        for (var i = 0; i < scores.Documents.Length; i++)
        {
            if (scores.Documents[i] > 0)
            {
                queue.Enqueue(i, scores.Documents[i] * places.FactorOf(i));
                if (queue.Count > LeadingDocuments)
                {
                    queue.Dequeue();
                }
            }
        }

        return queue.UnorderedItems.Select(item => item.Element);
    }

    private static float LowestOf(PriorityQueue<int, float> queue) => queue.TryPeek(out _, out var lowest) ? lowest : 0;
}

/// <summary>A section worth judging.</summary>
/// <param name="Entry">The section.</param>
/// <param name="DocumentScore">What its document scored as a whole.</param>
/// <param name="PlaceFactor">1 where the document is about the place asked about, less where it is about another.</param>
/// <param name="IsPlaceElsewhere">True where the document mentions the place in passing: in this section or in another.</param>
internal sealed record Candidate(SectionEntry Entry, double DocumentScore, double PlaceFactor, bool IsPlaceElsewhere);
