using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Rules;

/// <summary>
/// Takes over the replies that were set at the platform's website (沿用原设置), so that no account falls mute on its first day: one set, one
/// review, one confirmation.
/// </summary>
internal sealed class WebsiteRuleDesk(
    IDbContextFactory<BridgeContext> contexts, WebsiteReading website, WordingLog wordings, VerdictDesk verdicts, TimeProvider clock)
{
    /// <summary>Reads the website's replies and submits them as one set; a later import takes the place of one that still waits.</summary>
    public async Task<Outcome<ImportedSet>> ImportAsync(ServedAccount account, Acting by, CancellationToken cancellationToken)
    {
        if (by.Objection(Permission.KeepRules, account.Key) is { } refusal)
        {
            return Outcome<ImportedSet>.Refused(refusal);
        }

        // Before the transaction: the platform may take its time, and citizens' messages wait for SQLite's one writer.
        var draft = await website.ReadAsync(account, cancellationToken);
        if (!draft.IsDone || draft.Value is { Rules.Count: 0, Welcome.Length: 0, NotFound.Length: 0 })
        {
            return Outcome<ImportedSet>.Refused(
                draft.Refusal ?? string.Join('\n', draft.Value.Notes.Prepend(StaffTexts.WebsiteNothing.With(account.Name))));
        }

        return await SubmitAsync(account.Key, draft.Value, by, cancellationToken);
    }

    /// <summary>Confirms the set that waits: everything in it speaks from now on.</summary>
    public async Task<Outcome<Review>> AdoptAsync(string accountKey, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var review = await context.Set<Review>().AsNoTracking().SingleOrDefaultAsync(
            review => review.Kind == ReviewedKind.Rule && review.AccountKey == accountKey && review.SubjectId == WebsiteSet.Subject
                && review.State == ReviewState.Open && review.FollowsUpId == null,
            cancellationToken);
        return review is null
            ? Outcome<Review>.Refused(StaffTexts.WebsiteNothingWaits)
            : await verdicts.ApproveAsync(new ReviewAct(review.Id, review.Revision, by, new ReviewWords()), cancellationToken);
    }

    private async Task<Outcome<ImportedSet>> SubmitAsync(
        string accountKey, WebsiteDraft draft, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var hashes = draft.Pictures.Select(picture => picture.Hash).ToList();
        var known = await context.Set<StoredFile>().Where(file => hashes.Contains(file.Hash)).Select(file => file.Hash)
            .ToListAsync(cancellationToken);
        context.AddRange(draft.Pictures.Where(picture => !known.Contains(picture.Hash)));
        await RulePicture.NoteAsync(context, accountKey, draft.Rules, cancellationToken);
        var rules = await EnterAsync(context, accountKey, draft.Rules, cancellationToken);
        var set = new WebsiteSet(rules, draft.Welcome, draft.NotFound);
        var title = StaffTexts.WebsiteSetTitle.With(rules.Count);
        var written = await wordings.WriteAsync(
            context, new NewWording(ReviewedKind.Rule, accountKey, WebsiteSet.Subject, title, set.ToText()), by, cancellationToken);
        if (!written.IsDone)
        {
            return Outcome<ImportedSet>.Refused(written.Refusal!);
        }

        await transaction.CommitAsync(cancellationToken);
        return new ImportedSet(rules.Count, written.Value.ReviewId, draft.Notes);
    }

    /// <summary>A row for each rule; one that was imported before is known again by its name at the website.</summary>
    private async Task<SortedDictionary<long, string>> EnterAsync(
        BridgeContext context, string accountKey, IReadOnlyList<RuleContent> contents, CancellationToken cancellationToken)
    {
        var before = await context.Set<AnswerRule>()
            .Where(rule => rule.AccountKey == accountKey && rule.Origin == RuleOrigin.Website && rule.RetiredAt == null)
            .ToListAsync(cancellationToken);
        var entered = new List<(AnswerRule Rule, RuleContent Content)>();
        foreach (var content in contents)
        {
            var rule = before.Find(one => one.WebsiteName == content.Name);
            if (rule is null)
            {
                rule = AnswerRule.FromWebsite(accountKey, content.Name, clock.GetUtcNow());
                context.Add(rule);
            }

            entered.Add((rule, content));
        }

        await context.SaveChangesAsync(cancellationToken);
        return new SortedDictionary<long, string>(entered.ToDictionary(one => one.Rule.Id, one => one.Content.ToText()));
    }
}

/// <summary>A set that waits for its one confirmation.</summary>
/// <param name="Rules">How many rules it holds.</param>
/// <param name="ReviewId">The review it waits in.</param>
/// <param name="Notes">What could not be carried over as it was, in sentences.</param>
internal sealed record ImportedSet(int Rules, long ReviewId, IReadOnlyList<string> Notes);
