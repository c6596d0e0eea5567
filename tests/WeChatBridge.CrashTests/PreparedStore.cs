using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.CrashTests;

/// <summary>A store in which one article, written, examined and signed by three people, is due at this moment.</summary>
internal sealed class PreparedStore : IDisposable
{
    public static readonly DateTimeOffset Due = new(2099, 3, 4, 10, 0, 0, TimeSpan.FromHours(8));

    private const string Subject = "article/1";

    // The smallest picture there is: one point.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wechatbridge-crash-");

    private string File => Path.Combine(_folder.FullName, "store.db");

    /// <param name="act">What is planned.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="previewTo">To whose 微信号 a preview of it was asked for just now; null for nobody's.</param>
    public static async Task<PreparedStore> CreateAsync(SendingAct act, CancellationToken cancellationToken, string? previewTo = null)
    {
        var prepared = new PreparedStore();
        var nowhere = new Uri("http://127.0.0.1:1/");
        await using (var product = await PublishingProduct.OpenAsync(prepared.File, nowhere, Due, kill: null, cancellationToken))
        {
            await PlanAsync(product, act, cancellationToken);
            if (previewTo is not null)
            {
                await AskAsync(product, previewTo, cancellationToken);
            }
        }

        SqliteConnection.ClearAllPools();
        return prepared;
    }

    /// <summary>The path of a copy to be worked on; the next one begins where this did.</summary>
    public string Copy()
    {
        var copy = Path.Combine(_folder.CreateSubdirectory(Path.GetRandomFileName()).FullName, "store.db");
        System.IO.File.Copy(File, copy);
        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task PlanAsync(PublishingProduct product, SendingAct act, CancellationToken cancellationToken)
    {
        var office = new ReviewingOffice(product.Store, product.Clock);
        var editor = await office.TakesOnAsync("editor", StaffRole.Editor);
        var reviewer = await office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        var officer = await office.TakesOnAsync("officer", StaffRole.SigningOfficer);
        var picture = StoredFile.Of(Picture, "image/png", Due);
        var document = Document(act, picture.Hash);
        await using (var context = await product.Store.CreateDbContextAsync(cancellationToken))
        {
            context.AddRange(picture, StoredFile.Of(document.ToBytes(), ArticleDocument.MediaType, Due));
            context.Add(Publication.Schedule(
                ReviewingOffice.Account, act, null, Due, [new PlannedArticle(Subject, document.Hash(), document.Title)], "officer", Due));
            await context.SaveChangesAsync(cancellationToken);
        }

        var version = ReviewingOffice.Article("", subject: Subject) with { ContentHash = document.Hash() };
        var review = await office.SubmitsAsync(version, editor);
        (await office.ApprovesAsync(review, reviewer)).Refusal.ShouldBeNull();
        (await office.ApprovesAsync(review, officer)).Refusal.ShouldBeNull();
    }

    private static async Task AskAsync(PublishingProduct product, string name, CancellationToken cancellationToken)
    {
        await using var context = await product.Store.CreateDbContextAsync(cancellationToken);
        var publication = await context.Set<Publication>().Include(one => one.Items).SingleAsync(cancellationToken);
        context.Add(PhonePreview.Of(
            ReviewingOffice.Account,
            publication.Id,
            publication.Items.Select(item => new PlannedArticle(item.SubjectId, item.ContentHash, item.Title)),
            [NamedRecipient.WeChat(name)],
            "officer",
            Due));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static ArticleDocument Document(SendingAct act, string picture) => new()
    {
        AccountKey = ReviewingOffice.Account,
        Act = act,
        Title = "关于防火期禁止野外用火的通告",
        Author = "镇人民政府",
        Digest = "防火期内一律禁止野外用火。",
        BodyHtml = $"<p>防火期内，一律禁止野外用火。</p>\n<p><img src=\"/files/{picture}\" alt=\"防火期示意图\"></p>",
        Cover = new DocumentFile(picture, "封面.png"),
        SourceLink = "",
        RepostedFrom = "",
        Disclosure = new DocumentDisclosure
        {
            Class = "Proactive",
            CatalogueNumber = "20-12",
            IssuingBody = "镇人民政府",
            FormedOn = new DateOnly(2099, 3, 2),
            Visibility = "Public",
            Grounds = "",
        },
    };
}
