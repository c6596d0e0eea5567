using Microsoft.Extensions.Configuration;
using WeChatBridge.Accounts;
using WeChatBridge.Audit;
using WeChatBridge.Operations.CaseFiles;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;
using OpenPublication = WeChatBridge.Publishing.Sending.OpenPublication;
using PictureUse = WeChatBridge.Publishing.Sending.PictureUse;

namespace WeChatBridge.Tests.Operations.CaseFiles;

/// <summary>An office that sent one message of two articles: the first came back once, the second was approved by a stand-in.</summary>
public abstract class CaseFileTests(StoreSource source) : StoreTests(source)
{
    private protected const string Worker = OpenPublication.Actor;

    private protected static readonly DateTimeOffset Start = new(2099, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));

    private protected ReviewingOffice Office { get; private set; } = null!;

    private protected FrozenArticles Articles { get; private set; } = null!;

    private protected Acting Editor { get; private set; } = null!;

    private protected Acting Reviewer { get; private set; } = null!;

    private protected Acting Officer { get; private set; } = null!;

    private protected Acting Deputy { get; private set; } = null!;

    private protected CaseFileDesk Desk { get; private set; } = null!;

    /// <summary>The publication that went out.</summary>
    private protected long Sent { get; private set; }

    private protected async Task<byte[]> ExportsAsync(long? publication = null, Acting? by = null)
    {
        var exported = await Desk.ExportAsync(publication ?? Sent, by ?? Reviewer, Cancellation);
        exported.Refusal.ShouldBeNull();
        return exported.Value.Bytes;
    }

    /// <summary>What verifying the archive with this store says; null when nothing is wrong.</summary>
    private protected async Task<string?> VerifiesAsync(byte[] archive) => (await Desk.VerifyAsync(archive, Cancellation)).Refusal;

    /// <summary>The same without a store.</summary>
    private protected static Task<string?> VerifiesOfflineAsync(byte[] archive) => CaseArchives.OfflineAsync(archive);

    private protected void TimePasses() => Clock.StandStill(Clock.GetUtcNow().AddMinutes(10));

    /// <summary>Somebody who can reach the database itself takes the guard of the audit trail away.</summary>
    private protected Task GuardIsTakenAwayAsync() =>
        ExecuteAsync("DROP TRIGGER AuditEntries_NoUpdate; DROP TRIGGER AuditEntries_NoDelete; DROP TRIGGER AuditEntries_NoReplace;");

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Clock.StandStill(Start);
        Office = new ReviewingOffice(Contexts, Clock);
        Articles = new FrozenArticles(Contexts, Clock, Office) { KeepsVersions = false };
        Editor = await Office.TakesOnAsync("editor", StaffRole.Editor);
        Reviewer = await Office.TakesOnAsync("reviewer", StaffRole.Reviewer);
        Officer = await Office.TakesOnAsync("officer", StaffRole.SigningOfficer);
        Deputy = await Office.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        var settings = SampleAccount.Both.SelectMany(account => account.Configuration()).ToDictionary();
        var accounts = new AccountFinder(Contexts, AccountBook.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        await accounts.LoadAsync(Cancellation);
        Desk = new CaseFileDesk(Contexts, accounts, new AuditTrail(Clock));
        Sent = await SendsAsync();
    }

    /// <summary>Approves a version in both steps.</summary>
    private protected async Task<long> ReleasesAsync(PlannedArticle article, Acting reviewer, Acting officer)
    {
        var id = await Articles.SubmitsAsync(article, Editor);
        TimePasses();
        var check = ReviewingOffice.But(SecrecyItem.PersonalPrivacy, SecrecyVerdict.Yes, "已征得本人同意");
        (await Office.ApprovesAsync(id, reviewer, new ReviewWords("", check))).Refusal.ShouldBeNull();
        TimePasses();
        (await Office.ApprovesAsync(id, officer, new ReviewWords("可以发", SawSecrecyCheck: true))).Refusal.ShouldBeNull();
        TimePasses();
        return id;
    }

    /// <summary>Plans the message, and the trail tells of it.</summary>
    private protected async Task<long> PlansAsync(DateTimeOffset dueAt, SendingAct act, params PlannedArticle[] articles)
    {
        var id = await Articles.PlansAsync(dueAt, act, articles);
        var planned = PublicationWords.Audited("publication.plan", await Articles.PublicationAsync(id), "officer", "");
        await Articles.RecordsAsync(id, planned.Action, planned.Actor, planned.Detail);
        return id;
    }

    private async Task<long> SendsAsync()
    {
        byte[] held = [.. "not really a picture"u8], converted = [.. "the same converted"u8], face = [.. "a cover"u8];
        var picture = await Articles.StoresAsync(held, "image/png");
        await Articles.StoresAsync(converted, "image/png");
        var first = FrozenArticles.Document(
            "关于<停水>的通知", new DateOnly(2099, 3, 16), $"<p>三月四日停水。</p><p><img src=\"/files/{picture}\" alt=\"停水范围\"></p>") with
        {
            Cover = new DocumentFile(await Articles.StoresAsync(face, "image/jpeg"), "封面.jpg"),
            Attachments = [new DocumentFile(await Articles.StoresAsync("a list", "application/octet-stream"), "名单.DOCX")],
        };
        var returned = await Articles.SubmitsAsync(await Articles.FreezesAsync(first with { Digest = "日期写错的一版" }), Editor);
        (await Office.ReturnsAsync(returned, Reviewer, "日期写错")).Refusal.ShouldBeNull();
        var one = await Articles.FreezesAsync(first);
        await ReleasesAsync(one, Reviewer, Officer);

        var now = Clock.GetUtcNow();
        (await Office.Delegations.DelegateAsync(
            new NewDelegation(ReviewingOffice.Account, "reviewer", "deputy", now, now.AddDays(2)), Reviewer, Cancellation)).Refusal.ShouldBeNull();
        var other = await Articles.FreezesAsync(FrozenArticles.Document("防火通知"), "article/2");
        await ReleasesAsync(other, Deputy, Officer);

        var id = await PlansAsync(Start.AddHours(4), SendingAct.MassSend, one, other);
        TimePasses();
        await Articles.UploadsAsync(PictureUse.Body, held, converted, "https://mmbiz.example/1");
        await Articles.UploadsAsync(PictureUse.Cover, face, face, "media-1");
        await Articles.RecordsAsync(id, "publication.begin", Worker, $"MassSend {one.ContentHash} {other.ContentHash}");
        await Articles.AttemptsAsync(id, SendingStep.BodyPicture, picture, """{"url":"http://mmbiz.example/1"}""");
        await Articles.AttemptsAsync(id, SendingStep.Draft, "", """{"media_id":"draft-1"}""");
        await Articles.AttemptsAsync(id, SendingStep.MassSend, "draft-1", """{"errcode":0,"msg_id":1000001,"msg_data_id":2000001}""");
        await Articles.RecordsAsync(id, "publication.submitted", Worker, "MassSend 1000001");
        await Articles.BecomesAsync(
            id,
            PublicationState.Published,
            (nameof(Publication.ClientMessageId), "0123456789abcdef0123456789abcdef"),
            (nameof(Publication.DraftMediaId), "draft-1"),
            (nameof(Publication.TaskId), "1000001"),
            (nameof(Publication.DataId), "2000001"),
            (nameof(Publication.SubmittedAt), Clock.GetUtcNow()),
            (nameof(Publication.EndedAt), Clock.GetUtcNow().AddMinutes(1)));
        await Articles.ItemHasAddressAsync((await Articles.PublicationAsync(id)).Items[0].Id, "https://mp.weixin.qq.com/s/one");
        await Articles.RecordsAsync(id, "publication.published", Worker, "event 1000001 https://mp.weixin.qq.com/s/one");
        return id;
    }
}
