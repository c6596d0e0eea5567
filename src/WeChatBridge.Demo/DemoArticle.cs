using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Operations;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;

namespace WeChatBridge.Demo;

/// <summary>
/// The seeds' article, taken all the way by three people: written and signed, examined, signed off, planned; the service itself then sends
/// it. Nothing is skipped: every step is the desk's.
/// </summary>
internal sealed class DemoArticle(IServiceProvider services)
{
    private const string Account = "zhengwu";
    private const string Title = "示范：怎样在公众号里查政府信息";

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(20);

    /// <summary>Null where the store has its people already: this was done at an earlier start.</summary>
    public async Task<DemoOutcome?> GoesAllTheWayAsync(SeedsOptions seeds, CancellationToken cancellationToken)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        if (await TakesOnAsync("bianji", "经办人", password, StaffRole.Editor, cancellationToken) is not { } editor
            || await TakesOnAsync("fuhe", "复审人", password, StaffRole.Reviewer, cancellationToken) is not { } reviewer
            || await TakesOnAsync("qianfa", "签发人", password, StaffRole.SigningOfficer, cancellationToken) is not { } officer
            || seeds.Find(Path.Combine("articles", "怎样在公众号里查政府信息.md")) is not { } file)
        {
            return null;
        }

        var article = await WriteAsync(editor, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
        var submitted = Done(await services.GetRequiredService<SubmissionDesk>()
            .SubmitAsync(new WeChatBridge.Articles.Submission(article, null, []), editor, cancellationToken));
        await ApproveAsync(submitted.ReviewId, reviewer, cancellationToken);
        await ApproveAsync(submitted.ReviewId, officer, cancellationToken);
        var planned = Done(await services.GetRequiredService<PlanningDesk>().PlanAsync(
            new NewPublication(
                Account,
                [new PlannedVersion(Article.SubjectOf(article), submitted.ContentHash)],
                services.GetRequiredService<TimeProvider>().GetUtcNow() + Ahead),
            officer,
            cancellationToken));
        return new DemoOutcome(Title, planned.Publication.Id, password);
    }

    private async Task<Acting?> TakesOnAsync(
        string name, string display, string password, StaffRole role, CancellationToken cancellationToken)
    {
        var added = await services.GetRequiredService<StaffDesk>().AddAsync(
            new NewStaffMember(name, display, password, [(Account, role)]), Acting.CommandLine, cancellationToken);
        return added.IsDone ? Done(await services.GetRequiredService<SignInGate>().AdmitAsync(name, password, null, cancellationToken)) : null;
    }

    private async Task<long> WriteAsync(Acting editor, byte[] body, CancellationToken cancellationToken)
    {
        var today = services.GetRequiredService<TimeProvider>().Today();
        var draft = new ArticleDraft(new ArticleContent
        {
            Title = Title,
            Author = "党政综合办公室",
            Digest = "示范稿件：直接输入想查的内容，就能收到公开报告里的原文。",
            Disclosure = new DisclosureFacts
            {
                Class = DisclosureClass.Proactive,
                CatalogueNumber = "20-15",
                IssuingBody = "红花尔基镇人民政府",
                FormedOn = today,
            },
        });
        var article = Done(await services.GetRequiredService<ArticleDesk>().NewAsync(Account, draft, editor, cancellationToken)).Id;
        var files = services.GetRequiredService<ArticleFileDesk>();
        Done(await files.ImportAsync(new ArticleUpload(article, null, "示范.md", body), editor, cancellationToken));
        Done(await files.SetCoverAsync(new ArticleUpload(article, null, "封面.png", Cover()), editor, cancellationToken));
        return article;
    }

    private async Task ApproveAsync(long reviewId, Acting by, CancellationToken cancellationToken)
    {
        var review = Done(await services.GetRequiredService<ReviewFinder>().ShowAsync(reviewId, by, cancellationToken));
        var nothingSecret = new SecrecyCheck(
            [.. Enum.GetValues<SecrecyItem>().Select(item => new SecrecyAnswer(item, SecrecyVerdict.No))]);
        Done(await services.GetRequiredService<VerdictDesk>().ApproveAsync(
            new ReviewAct(reviewId, review.Revision, by, new ReviewWords("", nothingSecret, SawSecrecyCheck: true)), cancellationToken));
    }

    /// <summary>A plain cover in the colours of a forest, as wide as the platform shows the first article.</summary>
    private static byte[] Cover()
    {
        const int Width = 900;
        const int Height = 383;
        var pixels = new byte[Width * Height * 4];
        for (var point = 0; point < Width * Height; point++)
        {
            var shade = (byte)(60 * (point / Width) / Height);
            (pixels[point * 4], pixels[(point * 4) + 1], pixels[(point * 4) + 2], pixels[(point * 4) + 3]) =
                ((byte)(18 + shade), (byte)(92 + shade), (byte)(72 + shade), byte.MaxValue);
        }

        return PngWriter.Write(new StillPicture(Width, Height, pixels));
    }

    private static T Done<T>(Outcome<T> outcome) =>
        outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusal);
}

/// <summary>What the person who tries it is told.</summary>
/// <param name="Title">The article's.</param>
/// <param name="PublicationId">The number of its publication.</param>
/// <param name="Password">Of the three people, made for this store; shown this once.</param>
internal sealed record DemoOutcome(string Title, long PublicationId, string Password)
{
    /// <summary>Without the password, whoever formats the record.</summary>
    public override string ToString() => $"DemoOutcome({PublicationId})";
}
