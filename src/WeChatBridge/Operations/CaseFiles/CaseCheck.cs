using System.Text.Json;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations.CaseFiles;

/// <summary>Judges a case file by nothing but itself; the first thing that does not fit is named.</summary>
internal static class CaseCheck
{
    public static async Task<Outcome<CaseVerdict>> JudgeAsync(byte[] archive, CancellationToken cancellationToken)
    {
        var files = await CaseArchive.ReadAsync(archive, cancellationToken);
        if (!files.IsDone)
        {
            return Outcome<CaseVerdict>.Refused(files.Refusal!);
        }

        var read = CaseSums.Misfit(files.Value) is { } changed ? Outcome<CaseVerdict>.Refused(changed) : Read(files.Value);
        return read.IsDone && Misfit(files.Value, read.Value) is { } misfit ? Outcome<CaseVerdict>.Refused(misfit) : read;
    }

    private static Outcome<CaseVerdict> Read(IReadOnlyDictionary<string, byte[]> files)
    {
        string[] needed = [CasePaths.Index, CasePaths.Case, CasePaths.Attempts, CasePaths.Audit];
        if (needed.FirstOrDefault(path => !files.ContainsKey(path)) is { } missing)
        {
            return Outcome<CaseVerdict>.Refused(CaseFileTexts.Missing.With(missing));
        }

        var reading = CasePaths.Case;
        try
        {
            if (CaseFile.FormOf(files[reading]) is { } form and not CaseFile.CurrentForm)
            {
                return Outcome<CaseVerdict>.Refused(CaseFileTexts.OtherForm.With(form, CaseFile.CurrentForm));
            }

            var facts = CaseFile.Read(files[reading]);
            reading = CasePaths.Attempts;
            var attempts = JsonSerializer.Deserialize<List<CaseAttempt>>(files[reading], CaseFile.Json) ?? throw new JsonException();
            reading = CasePaths.Audit;
            return new CaseVerdict(facts, attempts, CaseAuditLine.Read(files[reading]));
        }
        catch (JsonException)
        {
            return Outcome<CaseVerdict>.Refused(CaseFileTexts.Unreadable.With(reading));
        }
    }

    private static string? Misfit(IReadOnlyDictionary<string, byte[]> files, CaseVerdict read)
    {
        var facts = read.Case;
        return facts.Articles.Select((article, index) => CaseArticleCheck.Misfit(files, facts, article, index + 1))
                .FirstOrDefault(misfit => misfit is not null)
            ?? CasePictureCheck.Misfit(files, facts, read.Attempts)
            ?? Surplus(files, facts)
            ?? (facts.Publication.MayBeOut
                ? facts.Articles.Select(article => CaseReviewCheck.Misfit(facts, article)).FirstOrDefault(misfit => misfit is not null)
                : null)
            ?? CaseAuditCheck.Misfit(read.Audit, facts)
            ?? CasePublicationCheck.Misfit(facts, read.Attempts, read.Audit)
            ?? CaseDecisionCheck.Misfit(facts, read.Audit)
            ?? Rewritten(files, read);
    }

    /// <summary>The pages and lists are made anew: nothing stands in one that the facts do not say, and nothing is said twice.</summary>
    private static string? Rewritten(IReadOnlyDictionary<string, byte[]> files, CaseVerdict read)
    {
        var anew = CasePack.ListsOf(read.Case, read.Attempts, read.Audit);
        return anew.Where(file => !file.Value.AsSpan().SequenceEqual(files[file.Key])).Select(file => file.Key).FirstOrDefault() switch
        {
            null => null,
            CasePaths.Index => CaseFileTexts.FactsDiffer.With(CasePaths.Index, CasePaths.Case),
            var path => CaseFileTexts.Unreadable.With(path),
        };
    }

    private static string? Surplus(IReadOnlyDictionary<string, byte[]> files, CaseFile facts)
    {
        HashSet<string> known =
        [
            CasePaths.Index, CasePaths.Case, CasePaths.Attempts, CasePaths.Audit, CasePaths.Sums,
            .. facts.Articles.SelectMany(article => article.Files.Select(file => file.Path).Append(article.Document).Append(article.Page)),
            .. facts.Pictures.SelectMany(picture => new[] { picture.Path, picture.SentPath }),
        ];
        return files.Keys.Order(StringComparer.Ordinal).FirstOrDefault(path => !known.Contains(path)) is { } surplus
            ? CaseFileTexts.Surplus.With(surplus)
            : null;
    }
}

/// <summary>A case that fits together.</summary>
internal sealed record CaseVerdict(CaseFile Case, IReadOnlyList<CaseAttempt> Attempts, CaseAudit Audit)
{
    /// <summary>What is in order and should be known all the same.</summary>
    public IEnumerable<string> Remarks =>
    [
        .. Case.Publication.MayBeOut
            ? Array.Empty<string>()
            : [CaseFileTexts.RemarkNotOut.With(PublicationWords.NameOf(Case.Publication.State))],
        .. Case.Reviews.Where(review => review.IsEmergency && review.FollowsUpId is null && review.UsedAt is not null).Select(review =>
            Case.Reviews.Any(other => other.FollowsUpId == review.Id && other.State == Reviews.ReviewState.Passed)
                ? CaseFileTexts.RemarkEmergency.With(review.Id)
                : CaseFileTexts.RemarkEmergencyOpen.With(review.Id)),
    ];
}
