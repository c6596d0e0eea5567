using Microsoft.EntityFrameworkCore;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Audit;
using WeChatBridge.Search.Index;
using WeChatBridge.Search.Questions;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers;

/// <summary>Shows staff what found no answer, the same meaning together, and takes what they made of it.</summary>
internal sealed class UnansweredDesk(IDbContextFactory<BridgeContext> contexts, Vocabulary vocabulary, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The newest so many are looked at; nobody works through more at once.</summary>
    private const int MostRead = 5000;

    // A query takes a bounded list of numbers.
    private const int Portion = 500;

    /// <summary>The groups that wait, the most asked first. Who asked is never shown.</summary>
    public async Task<Outcome<IReadOnlyList<UnansweredGroup>>> ListAsync(string accountKey, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.SeeQuestions, accountKey) is { } objection)
        {
            return Outcome<IReadOnlyList<UnansweredGroup>>.Refused(objection);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var questions = await Newest(context.Set<UnansweredQuestion>().AsNoTracking(), accountKey).ToListAsync(cancellationToken);
        return Outcome<IReadOnlyList<UnansweredGroup>>.Done(Group(questions));
    }

    /// <summary>Says what was made of a group; it is gone from the list until somebody asks again. How many questions it held.</summary>
    public async Task<Outcome<int>> ResolveAsync(
        string accountKey, long groupId, QuestionResolution resolution, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.SeeQuestions, accountKey) is { } objection)
        {
            return Outcome<int>.Refused(objection);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Grouped before the transaction: SQLite has one writer, and citizens' messages wait for it.
        var seen = await Newest(context.Set<UnansweredQuestion>().AsNoTracking(), accountKey).ToListAsync(cancellationToken);
        if (Group(seen).FirstOrDefault(group => group.Waiting.Contains(groupId)) is not { } meant)
        {
            return Outcome<int>.Refused(StaffTexts.QuestionUnknown.With(groupId));
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var resolved = 0;
        foreach (var portion in meant.Waiting.Chunk(Portion))
        {
            var now = clock.GetUtcNow();
            resolved += await context.Set<UnansweredQuestion>()
                .Where(question => portion.Contains(question.Id) && question.Resolution == null)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(question => question.Resolution, resolution)
                        .SetProperty(question => question.ResolvedBy, by.Name)
                        .SetProperty(question => question.ResolvedAt, now),
                    cancellationToken);
        }

        var act = new AuditedAct(by.Name, accountKey, "question.resolve", $"question/{meant.Id}", $"{resolution}; {resolved} questions");
        await audit.AppendAsync(context, act, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return resolved;
    }

    private static IQueryable<UnansweredQuestion> Newest(IQueryable<UnansweredQuestion> questions, string accountKey) => questions
        .Where(question => question.AccountKey == accountKey)
        .OrderByDescending(question => question.At).ThenByDescending(question => question.Id).Take(MostRead);

    // What was resolved takes part, so that a question asked again is recognised, and shown only with one that waits.
    private List<UnansweredGroup> Group(IReadOnlyList<UnansweredQuestion> questions)
    {
        var byId = questions.ToDictionary(question => question.Id);
        var groups =
            from script in questions.GroupBy(question => WritingSystem.Of(question.Words))
            from grouped in QuestionGroups.Of(script.Select(one => new AskedQuestion(one.Id, one.Words, one.At)), vocabulary)
            let waiting = grouped.Questions.Where(question => byId[question.Id].Resolution is null).ToList()
            where waiting.Count > 0
            let before = grouped.Questions.Select(question => byId[question.Id]).Where(question => question.Resolution is not null)
                .MaxBy(question => question.ResolvedAt)
            select UnansweredGroup.Of(script.Key, new QuestionGroup(waiting), before);
        return [.. groups.OrderByDescending(group => group.Count).ThenByDescending(group => group.LastAskedAt)];
    }
}

/// <summary>Questions of the same meaning that wait for somebody.</summary>
/// <param name="Id">The number of its first question: what it is called while it waits.</param>
/// <param name="Script">What it is written in.</param>
/// <param name="Waiting">Its questions' numbers.</param>
/// <param name="Examples">Its newest wordings.</param>
/// <param name="FirstAskedAt">When it was first asked, since it was last resolved.</param>
/// <param name="LastAskedAt">When it was last asked.</param>
/// <param name="ResolvedBefore">What was made of it the last time, where it has come back.</param>
/// <param name="ResolvedBeforeAt">When that was.</param>
internal sealed record UnansweredGroup(
    long Id,
    WritingSystem Script,
    IReadOnlySet<long> Waiting,
    IReadOnlyList<string> Examples,
    DateTimeOffset FirstAskedAt,
    DateTimeOffset LastAskedAt,
    QuestionResolution? ResolvedBefore,
    DateTimeOffset? ResolvedBeforeAt)
{
    private const int MostExamples = 3;

    public int Count => Waiting.Count;

    public static UnansweredGroup Of(WritingSystem script, QuestionGroup group, UnansweredQuestion? before) => new(
        group.Questions[^1].Id,
        script,
        group.Questions.Select(question => question.Id).ToHashSet(),
        group.Examples(MostExamples),
        group.FirstAskedAt,
        group.LastAskedAt,
        before?.Resolution,
        before?.ResolvedAt);
}
