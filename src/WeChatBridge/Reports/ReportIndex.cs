using Microsoft.EntityFrameworkCore;
using WeChatBridge.Search.Index;
using WeChatBridge.Storage;

namespace WeChatBridge.Reports;

/// <summary>
/// What each account may answer from, in memory. Read whole at start; later only reports that came, went or changed. Answers go on from the
/// old shelves until the new ones are whole.
/// </summary>
internal sealed class ReportIndex(IDbContextFactory<BridgeContext> contexts, TimeProvider clock) : IAnswerContent, IDisposable
{
    // The worker and whoever changed something may look at the same moment; the later one would build on shelves already outdated.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    private Dictionary<string, SynonymList> _synonyms = [];
    private volatile Library _current = new(-1, new Dictionary<long, HeldReport>(), new Dictionary<string, Shelf>());

    /// <summary>The shelf of an account, without what has expired since the last look; an empty one where it has no reports.</summary>
    public Shelf Of(string accountKey) => Held(accountKey).At(clock.GetUtcNow());

    /// <summary>Takes over what changed if the store's content is newer than what is held.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            // Read before the reports: content that changes in between is seen as newer at the next look.
            var version = await StoreMark.NumberAsync(context, StoreMark.AnswerContent, cancellationToken);
            if (version != _current.Version || _current.EndsAt <= clock.GetUtcNow())
            {
                _current = await ReadAsync(context, version, cancellationToken);
                UseSynonyms(await SynonymDesk.AllAsync(context, cancellationToken));
            }

            RenewWornShelves();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Library> ReadAsync(BridgeContext context, long version, CancellationToken cancellationToken)
    {
        var held = _current.Reports;
        var readable = await ReadableReport.ListAsync(context, clock.GetUtcNow(), cancellationToken);
        var unknown = readable.Where(report => held.GetValueOrDefault(report.Id)?.ContentHash != report.ContentHash);
        var loaded = await ReadableReport.LoadAsync(context, [.. unknown], cancellationToken);
        // A report deleted since it was listed is missing here; the next look tells.
        var reports = readable.Where(report => loaded.ContainsKey(report.Id) || held.ContainsKey(report.Id)).ToDictionary(
            report => report.Id,
            report => new HeldReport(report.ContentHash, report.AccountKeys, loaded.GetValueOrDefault(report.Id) ?? held[report.Id].Report));
        return new Library(version, reports, Arrange(reports.Values));
    }

    private Dictionary<string, Shelf> Arrange(IEnumerable<HeldReport> reports)
    {
        var byAccount = from held in reports
                        from accountKey in held.AccountKeys
                        group held.Report by accountKey;
        return byAccount.ToDictionary(group => group.Key, group => Held(group.Key).Become([.. group], VocabularyOf(group.Key)));
    }

    private Shelf Held(string accountKey) => _current.Shelves.GetValueOrDefault(accountKey) ?? Shelf.Empty;

    /// <summary>Answers with the accounts' present synonyms from now on; no report is read again for this.</summary>
    private void UseSynonyms(IReadOnlyDictionary<string, SynonymList> present)
    {
        var before = _synonyms;
        _synonyms = present.ToDictionary(list => list.Key, list => list.Value);
        _current = _current with
        {
            Shelves = _current.Shelves.ToDictionary(
                shelf => shelf.Key,
                shelf => before.GetValueOrDefault(shelf.Key)?.ToText() == _synonyms.GetValueOrDefault(shelf.Key)?.ToText()
                    ? shelf.Value
                    : shelf.Value.With(VocabularyOf(shelf.Key))),
        };
    }

    private Vocabulary VocabularyOf(string accountKey) => (_synonyms.GetValueOrDefault(accountKey) ?? SynonymList.Empty).ToVocabulary();

    // After the change itself has taken effect: building anew takes seconds for a large library, and a withdrawn report falls silent at once.
    private void RenewWornShelves()
    {
        var shelves = _current.Shelves;
        if (shelves.Values.Any(shelf => shelf.Index.IsWorn))
        {
            _current = _current with
            {
                Shelves = shelves.ToDictionary(
                    shelf => shelf.Key, shelf => shelf.Value.Index.IsWorn ? Shelf.Of([.. shelf.Value.Reports.Values], VocabularyOf(shelf.Key)) : shelf.Value),
            };
        }
    }

    private sealed record Library(long Version, IReadOnlyDictionary<long, HeldReport> Reports, IReadOnlyDictionary<string, Shelf> Shelves)
    {
        /// <summary>When the first of the reports falls silent by itself.</summary>
        public DateTimeOffset? EndsAt { get; } = Reports.Values.Min(held => held.Report.Facts.AnsweredUntil);
    }

    private sealed record HeldReport(string ContentHash, IReadOnlySet<string> AccountKeys, Report Report);
}
