using Microsoft.EntityFrameworkCore;
using WeChatBridge.Audit;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Rules;

/// <summary>Writes, switches and retires rules. What is written waits for a second person; falling silent is at once.</summary>
internal sealed class RuleDesk(
    IDbContextFactory<BridgeContext> contexts, WordingLog wordings, AuditTrail audit, ReportIndex reports, TimeProvider clock)
{
    /// <summary>In bytes; the platform takes 10 MB, and a picture in a chat needs far less.</summary>
    public const int LargestPicture = 5 << 20;

    /// <summary>Adds a rule and submits it.</summary>
    public async Task<Outcome<WrittenRule>> AddAsync(string accountKey, RuleDraft draft, Acting by, CancellationToken cancellationToken)
    {
        if ((by.Objection(Permission.KeepRules, accountKey) ?? ObjectionTo(accountKey, draft)) is { } refusal)
        {
            return Outcome<WrittenRule>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var rule = AnswerRule.ByStaff(accountKey, clock.GetUtcNow());
        context.Add(rule);
        await context.SaveChangesAsync(cancellationToken);
        return await SubmitAsync(context, rule, draft, "rule.add", by, cancellationToken);
    }

    /// <summary>Submits another version; the one that speaks goes on until this one is confirmed.</summary>
    public async Task<Outcome<WrittenRule>> ChangeAsync(long id, RuleDraft draft, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var found = await TakeAsync(context, id, by, cancellationToken);
        if (!found.IsDone || ObjectionTo(found.Value.AccountKey, draft) is not null)
        {
            return Outcome<WrittenRule>.Refused(found.Refusal ?? ObjectionTo(found.Value.AccountKey, draft)!);
        }

        return await SubmitAsync(context, found.Value, draft, "rule.change", by, cancellationToken);
    }

    /// <summary>Silences the rule at once, or lets it speak again as it was.</summary>
    public Task<Outcome<AnswerRule>> SwitchAsync(long id, bool on, Acting by, CancellationToken cancellationToken) =>
        EndAsync(id, rule => rule.Switch(on), on ? "rule.on" : "rule.off", by, cancellationToken);

    /// <summary>Silences the rule for good; what it said stays in the books.</summary>
    public Task<Outcome<AnswerRule>> RetireAsync(long id, Acting by, CancellationToken cancellationToken) =>
        EndAsync(id, rule => rule.Retire(clock.GetUtcNow()), "rule.retire", by, cancellationToken);

    private async Task<Outcome<AnswerRule>> EndAsync(
        long id, Action<AnswerRule> change, string action, Acting by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AuditTrail.TakeTurnAsync(context, cancellationToken);
        var found = await TakeAsync(context, id, by, cancellationToken);
        if (found.IsDone)
        {
            change(found.Value);
            if (found.Value.RetiredAt is not null)
            {
                await wordings.DropPendingAsync(
                    context, ReviewedKind.Rule, found.Value.AccountKey, found.Value.SubjectId, by, cancellationToken);
            }

            await StoreMark.AdvanceAsync(context, StoreMark.AnswerContent, cancellationToken);
            await audit.AppendAsync(
                context, new AuditedAct(by.Name, found.Value.AccountKey, action, found.Value.SubjectId, ""), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return found;
    }

    private async Task<Outcome<WrittenRule>> SubmitAsync(
        BridgeContext context, AnswerRule rule, RuleDraft draft, string action, Acting by, CancellationToken cancellationToken)
    {
        if (await NamesakeAsync(context, rule, draft.Content.Name, cancellationToken))
        {
            return Outcome<WrittenRule>.Refused(StaffTexts.RuleNameTaken.With(draft.Content.Name));
        }

        foreach (var picture in draft.Pictures)
        {
            if (!await context.Set<StoredFile>().AnyAsync(file => file.Hash == picture.Hash, cancellationToken))
            {
                context.Add(picture);
            }
        }

        await RulePicture.NoteAsync(context, rule.AccountKey, [draft.Content], cancellationToken);
        var wanted = new NewWording(ReviewedKind.Rule, rule.AccountKey, rule.SubjectId, draft.Content.Name, draft.Content.ToText());
        var written = await wordings.WriteAsync(context, wanted, by, cancellationToken);
        if (!written.IsDone)
        {
            return Outcome<WrittenRule>.Refused(written.Refusal!);
        }

        var act = new AuditedAct(
            by.Name, rule.AccountKey, action, rule.SubjectId, $"version {written.Value.Version}; sha256 {wanted.ContentHash}");
        await audit.AppendAsync(context, act, cancellationToken);
        await context.Database.CurrentTransaction!.CommitAsync(cancellationToken);
        return new WrittenRule(rule.Id, written.Value) { Remarks = [.. RuleCheck.Remarks(draft.Content)] };
    }

    private static async Task<Outcome<AnswerRule>> TakeAsync(BridgeContext context, long id, Acting by, CancellationToken cancellationToken)
    {
        var rule = await context.Set<AnswerRule>().SingleOrDefaultAsync(rule => rule.Id == id, cancellationToken);
        // One sentence for both: who may not change it learns not even that it exists.
        if (rule is null || !by.May(Permission.KeepRules, rule.AccountKey))
        {
            return Outcome<AnswerRule>.Refused(StaffTexts.RuleUnknown.With(id));
        }

        return rule.RetiredAt is null ? rule : Outcome<AnswerRule>.Refused(StaffTexts.RuleRetired.With(id));
    }

    private string? ObjectionTo(string accountKey, RuleDraft draft) => RuleCheck.Objection(draft.Content)
        ?? draft.Content.Replies.SelectMany(SectionsOf).Where(id => !reports.Of(accountKey).Sections.ContainsKey(id))
            .Select(id => StaffTexts.RuleSectionUnknown.With(id)).FirstOrDefault()
        ?? (draft.Pictures.Any(picture => picture.Length > LargestPicture || RulePictures.TypeOf(picture.Content) is null)
            ? StaffTexts.RulePictureUnfit.With(LargestPicture >> 20)
            : null);

    /// <summary>Two rules of one name could not be told apart in a choice.</summary>
    private static async Task<bool> NamesakeAsync(BridgeContext context, AnswerRule rule, string name, CancellationToken cancellationToken)
    {
        var others = await RuleListing.ReadAsync(context, rule.AccountKey, cancellationToken);
        return others.Any(other => other.Rule.Id != rule.Id && other.Rule.RetiredAt is null
            && (other.Spoken?.Name == name || other.Pending?.Name == name));
    }

    private static IEnumerable<long> SectionsOf(RuleReply reply) => reply switch
    {
        RuleReply.Passage one => [one.SectionId],
        RuleReply.Passages several => several.SectionIds,
        _ => [],
    };
}

/// <summary>A version of a rule somebody wants to write, with the pictures it shows.</summary>
internal sealed record RuleDraft(RuleContent Content)
{
    public IReadOnlyList<StoredFile> Pictures { get; init; } = [];
}

/// <summary>A rule's version as it waits for its second person.</summary>
internal sealed record WrittenRule(long RuleId, WrittenVersion Written)
{
    public int Version => Written.Version;

    public long ReviewId => Written.ReviewId;

    /// <summary>What who wrote it should know, in sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
