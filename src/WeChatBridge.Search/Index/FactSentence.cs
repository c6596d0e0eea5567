using WeChatBridge.Search.Excerpts;
using WeChatBridge.Search.Text;

namespace WeChatBridge.Search.Index;

/// <summary>Looks in sentences for the fact a question wants, and for the words it is wanted of.</summary>
internal static class FactSentence
{
    // Within about this many characters a number belongs to a word: 公示7日.
    private const double Reach = 12;

    // Of what heading and title leave open, the sentence must say this share.
    private const double EnoughContent = 0.6;

    // A second sentence with a fact of the same kind must say clearly less, or neither is sure.
    private const double ClearlyLess = 0.75;

    private const FactKinds Stated =
        FactKinds.Contact | FactKinds.Time | FactKinds.Amount | FactKinds.Place | FactKinds.Person;

    /// <summary>How near a wanted fact stands to the words of the question in one sentence, from 0 to 1.</summary>
    public static double Nearness(QueryPlan plan, ReadOnlySpan<char> sentence, ulong said)
    {
        var places = new List<(int Start, int End)>();
        FactPatterns.AddPlaces(plan.Question.Wanted, plan.Question.Units, sentence, places);
        var (nearest, heaviest) = (0d, 0.1);
        for (var i = 0; i < plan.Terms.Count && places.Count > 0; i++)
        {
            if ((said & (1UL << i)) != 0)
            {
                continue;
            }

            heaviest = Math.Max(heaviest, plan.Terms[i].Weight);
            foreach (var form in plan.Terms[i].Forms)
            {
                for (var at = sentence.IndexOf(form.Text); at >= 0;)
                {
                    var distance = places.Min(place => Math.Max(0, Math.Max(at - place.End, place.Start - at - form.Text.Length)));
                    nearest = Math.Max(nearest, plan.Terms[i].Weight * form.Trust * Math.Exp(-distance / Reach));
                    var next = sentence[(at + 1)..].IndexOf(form.Text);
                    at = next < 0 ? -1 : at + 1 + next;
                }
            }
        }

        return Math.Min(1, nearest / heaviest);
    }

    /// <summary>The fact a passage states; null where no short sentence surely does.</summary>
    /// <param name="plan">The question.</param>
    /// <param name="excerpt">The passage that would be shown.</param>
    /// <param name="said">The terms that title and headings say.</param>
    public static Fact? Find(QueryPlan plan, Excerpt excerpt, ulong said)
    {
        var wanted = plan.Question.Wanted & Stated;
        if (wanted == FactKinds.None || ((plan.Question.Wanted & ~Stated) != FactKinds.None && (wanted & FactKinds.Contact) == FactKinds.None))
        {
            return null;
        }

        var folded = CharacterFolding.Fold(excerpt.Text);
        var (best, second) = (default(Candidate), 0d);
        for (var start = 0; start < folded.Length;)
        {
            var end = Sentence.EndAfter(folded, start);
            if (Judge(plan, folded, start, end, said) is { } candidate)
            {
                second = best is null || candidate.Weight > best.Weight ? best?.Weight ?? 0 : Math.Max(second, candidate.Weight);
                best = best is null || candidate.Weight > best.Weight ? candidate : best;
            }

            start = end;
        }

        // 供水站电话: the one number of a passage that is about the waterworks is theirs, though its own line says 咨询电话 only.
        var isOnlyNumber = second == 0 && best is not null && (best.Kinds & FactKinds.Contact) != FactKinds.None;
        var content = isOnlyNumber ? ShareOfCharacters(plan, folded, said) : best?.Content ?? 0;
        return best is not null && content >= EnoughContent && second <= ClearlyLess * best.Weight ? Cut(plan, excerpt, folded, best) : null;
    }

    private static Candidate? Judge(QueryPlan plan, string folded, int start, int end, ulong said)
    {
        var sentence = folded.AsSpan(start, end - start);
        var kinds = FactPatterns.In(plan.Question.Wanted & Stated, plan.Question.Units, sentence);
        if (kinds == FactKinds.None)
        {
            return null;
        }

        var content = ContentOf(plan, sentence, said);
        return new Candidate(start, end, kinds, content, content + Nearness(plan, sentence, 0));
    }

    // Of what title and headings leave open, the share a sentence says.
    private static double ContentOf(QueryPlan plan, ReadOnlySpan<char> sentence, ulong said)
    {
        var (found, open) = (0d, 0d);
        for (var i = 0; i < plan.Terms.Count; i++)
        {
            if (!plan.Terms[i].IsSynonym)
            {
                var weight = (said & (1UL << i)) != 0 ? 0 : plan.Terms[i].Weight;
                open += weight;
                found += weight == 0 ? 0 : weight * Holds(plan, i, sentence);
            }
        }

        return open < 0.1 ? 1 : found / open;
    }

    // The same by characters: the pair across a joint (站电 in 供水站电话) stands nowhere and proves nothing.
    private static double ShareOfCharacters(QueryPlan plan, ReadOnlySpan<char> passage, ulong said)
    {
        var held = new double[plan.Question.Text.Length];
        for (var i = 0; i < plan.Terms.Count; i++)
        {
            var (term, isSaid) = (plan.Terms[i], (said & (1UL << i)) != 0);
            var holds = isSaid ? 1 : term.IsSynonym ? 0 : Holds(plan, i, passage);
            for (var at = term.Start; at < term.Start + term.Length; at++)
            {
                held[at] = Math.Max(held[at], holds);
            }
        }

        var all = plan.CharacterWeights.Sum();
        return all < 0.1 ? 1 : plan.CharacterWeights.Select((weight, at) => weight * held[at]).Sum() / all;
    }

    private static double Holds(QueryPlan plan, int term, ReadOnlySpan<char> sentence)
    {
        foreach (var form in plan.Terms[term].Forms)
        {
            if (sentence.Contains(form.Text, StringComparison.Ordinal))
            {
                return form.Trust;
            }
        }

        for (var i = 0; i < plan.Terms.Count; i++)
        {
            if ((plan.SynonymsFor[term] & (1UL << i)) != 0)
            {
                foreach (var form in plan.Terms[i].Forms)
                {
                    if (sentence.Contains(form.Text, StringComparison.Ordinal))
                    {
                        return form.Trust;
                    }
                }
            }
        }

        return 0;
    }

    // A sentence too long to stand alone is shown from one clause border to another.
    private static Fact? Cut(QueryPlan plan, Excerpt excerpt, string folded, Candidate sentence)
    {
        var text = excerpt.Text.AsSpan(sentence.Start, sentence.End - sentence.Start).TrimEnd();
        var (start, length) = (sentence.Start, text.Length);
        if (length > Fact.MostCharacters)
        {
            var clauses = Clauses(folded, sentence.Start, sentence.Start + length);
            if (Shortest(plan, folded, clauses) is not { } run)
            {
                return null;
            }

            (start, length) = (run.Start, run.End - run.Start);
            text = excerpt.Text.AsSpan(start, length).TrimEnd("，；、 ");
            length = text.Length;
        }

        return length == 0 ? null : new Fact(text.ToString(), excerpt.Start + start, length, sentence.Kinds);
    }

    private static List<(int Start, int End)> Clauses(string folded, int start, int end)
    {
        var clauses = new List<(int Start, int End)>();
        for (var at = start; at < end;)
        {
            var length = folded.AsSpan(at, end - at).IndexOfAny(',', ';');
            var next = length < 0 ? end : at + length + 1;
            clauses.Add((at, next));
            at = next;
        }

        return clauses;
    }

    // The clauses in a row that hold most of question and fact, in as few characters as can be.
    private static (int Start, int End)? Shortest(QueryPlan plan, string folded, List<(int Start, int End)> clauses)
    {
        var (best, bestWeight) = (default((int, int)?), 0d);
        for (var i = 0; i < clauses.Count; i++)
        {
            for (var j = i; j < clauses.Count && clauses[j].End - clauses[i].Start <= Fact.MostCharacters; j++)
            {
                var run = folded.AsSpan(clauses[i].Start, clauses[j].End - clauses[i].Start);
                var wanted = plan.Question.Wanted & Stated;
                if (Dangling.Contains(run[0]) || FactPatterns.In(wanted, plan.Question.Units, run) == FactKinds.None)
                {
                    continue;
                }

                var weight = Nearness(plan, run, 0);
                for (var t = 0; t < plan.Terms.Count; t++)
                {
                    weight += plan.Terms[t].IsSynonym ? 0 : plan.Terms[t].Weight * Holds(plan, t, run) / Math.Max(plan.TotalWeight, 0.1);
                }

                weight -= run.Length * 0.001;
                if (weight > bestWeight)
                {
                    (best, bestWeight) = ((clauses[i].Start, clauses[j].End), weight);
                }
            }
        }

        return best;
    }

    // A clause that begins so hangs on the one before it.
    private const string Dangling = "将但并且或和及其的也则而";

    private sealed record Candidate(int Start, int End, FactKinds Kinds, double Content, double Weight);
}
