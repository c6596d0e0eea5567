using Microsoft.Data.Sqlite;
using WeChatBridge.Search.Evaluation;

namespace WeChatBridge.Operations;

/// <summary>
/// The plainest search that could be had for nothing, to measure ours beside: SQLite's FTS5 with its own BM25. Text is split into pairs of
/// characters first, because FTS5's own tokenizers find nothing for a Chinese word of two.
/// </summary>
internal sealed class FullTextBaseline : IDisposable
{
    private const int MostRanked = 40;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly MeasuredSearch _measured;

    public FullTextBaseline(MeasuredSearch measured)
    {
        _measured = measured;
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE sections USING fts5(document UNINDEXED, section UNINDEXED, pairs)");
        foreach (var document in measured.Documents)
        {
            foreach (var section in document.Sections)
            {
                Execute(
                    "INSERT INTO sections VALUES ($document, $section, $pairs)",
                    ("$document", document.Id),
                    ("$section", section.Id),
                    ("$pairs", string.Join(' ', PairsOf($"{document.Title}\n{section.Heading}\n{section.Text}"))));
            }
        }
    }

    public EvaluationReply Ask(string question)
    {
        var pairs = PairsOf(question).Distinct().Select(pair => $"\"{pair}\"").ToList();
        var hits = new List<EvaluationHit>();
        if (pairs.Count > 0)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "SELECT document, section FROM sections WHERE pairs MATCH $query ORDER BY rank LIMIT $most";
            command.Parameters.AddWithValue("$query", string.Join(" OR ", pairs));
            command.Parameters.AddWithValue("$most", MostRanked);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                hits.Add(_measured.Show(reader.GetString(0), reader.GetString(1)));
            }
        }

        return new EvaluationReply(hits, hits.Count > 0 ? 1 : 0);
    }

    public void Dispose() => _connection.Dispose();

    private static IEnumerable<string> PairsOf(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit));
        return Enumerable.Range(0, Math.Max(letters.Length - 1, 0)).Select(at => letters.Substring(at, 2));
    }

    private void Execute(string sql, params (string Name, string Value)[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
