using WeChatBridge.Articles;
using WeChatBridge.Articles.Checks;
using WeChatBridge.Operations.CaseFiles;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Publishing.Sending;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations.CaseFiles;

/// <summary>Messages that went through every hand of the real product: written, examined, planned, sent, taken back.</summary>
public abstract class LivedCases : SendingTests
{
    private protected const string Number = "13800001234";

    private WritingOffice Office => Bridge.WritingOffice();

    private protected async Task<byte[]> ExportsAsync(long publication)
    {
        var exported = await Bridge.CaseFiles.ExportAsync(publication, Newsroom.Reviewer, Cancellation);
        exported.Refusal.ShouldBeNull();
        return exported.Value.Bytes;
    }

    /// <summary>What the verified archive tells.</summary>
    private protected async Task<CaseFile> ProvedAsync(byte[] archive)
    {
        var verdict = await Bridge.CaseFiles.VerifyAsync(archive, Cancellation);
        verdict.Refusal.ShouldBeNull();
        return verdict.Value.Case;
    }

    /// <summary>An article with a telephone number that may stay, approved by all who must.</summary>
    private protected async Task<(long Id, PlannedVersion Version)> WritesAsync(string title, SendingAct act = SendingAct.MassSend)
    {
        var fine = Office.Fine;
        var draft = fine with
        {
            Act = act,
            Content = fine.Content with { Title = title, BodyHtml = fine.Content.BodyHtml + $"<p>夜间请打{Number}。</p>" },
        };
        return await ReleasesAsync(await Office.WritesAsync(Newsroom.Editor, draft));
    }

    private protected async Task<(long Id, PlannedVersion Version)> ReleasesAsync(long article, Acting? reviewer = null)
    {
        var submitted = await Office.SubmitsAsync(
            Newsroom.Editor, article, new FindingReason(CheckRule.MobilePhone, null, "镇值班电话，已征得本人同意"));
        submitted.Refusal.ShouldBeNull();
        var check = ReviewingOffice.But(SecrecyItem.PersonalPrivacy, SecrecyVerdict.Yes, "值班电话，本人同意公开");
        (await Office.People.ApprovesAsync(submitted.Value.ReviewId, reviewer ?? Newsroom.Reviewer, new ReviewWords("电话已核对", check)))
            .Refusal.ShouldBeNull();
        (await Office.People.ApprovesAsync(submitted.Value.ReviewId, Newsroom.Officer, new ReviewWords("可以发", SawSecrecyCheck: true)))
            .Refusal.ShouldBeNull();
        return (article, new PlannedVersion(Article.SubjectOf(article), submitted.Value.ContentHash));
    }

    private protected async Task<long> PlansAsync(params PlannedVersion[] versions)
    {
        var planned = await Bridge.Planning.PlanAsync(
            new NewPublication(Newsroom.Account, versions, Now) { IsAtOnce = true }, Newsroom.Officer, Cancellation);
        planned.Refusal.ShouldBeNull();
        return planned.Value.Publication.Id;
    }

    private protected async Task<long> SendsAsync(params PlannedVersion[] versions)
    {
        var id = await PlansAsync(versions);
        await Bridge.DueIsWorkedOffAsync();
        await Bridge.PassesAsync(Moment);
        return id;
    }

    /// <summary>Two articles, the second approved by a stand-in; one proposal to take it back is refused, the next one is carried out.</summary>
    private protected async Task<long> WithdrawsAsync()
    {
        var (_, first) = await WritesAsync("关于夜间停水的通知");
        var deputy = await Office.People.TakesOnAsync("deputy", StaffRole.DutyOfficer);
        (await Office.People.Delegations.DelegateAsync(
            new NewDelegation(Newsroom.Account, "reviewer", "deputy", Now, Now.AddDays(2)), Newsroom.Reviewer, Cancellation))
            .Refusal.ShouldBeNull();
        var fine = Office.Fine;
        var other = fine with
        {
            Act = SendingAct.MassSend,
            Content = fine.Content with { Title = "关于开展草原防火巡查的通知", BodyHtml = $"<p>巡查电话{Number}。</p>" },
        };
        var (_, second) = await ReleasesAsync(await Office.WritesAsync(Newsroom.Editor, other), deputy);
        var id = await SendsAsync(first, second);
        await IsAsync(id, PublicationState.Published);

        var refused = await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, new(Newsroom.Account, id), "标题不够清楚", Cancellation);
        (await Bridge.Withdrawals.DropAsync(Newsroom.Reviewer, Newsroom.Account, refused.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        var proposed = await Bridge.Withdrawals.ProposeAsync(Newsroom.Officer, new(Newsroom.Account, id), "停水时间写错了", Cancellation);
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, Newsroom.Account, proposed.Value.Id, Cancellation)).Refusal.ShouldBeNull();
        await Bridge.DueIsWorkedOffAsync();
        await IsAsync(id, PublicationState.Withdrawn);
        return id;
    }

    /// <summary>Corrects an article that went out, and sends the correction.</summary>
    private protected async Task<long> CorrectsAsync(long article)
    {
        var begun = await Office.CorrectsAsync(Newsroom.Editor, article);
        begun.Refusal.ShouldBeNull();
        (await Office.SavesAsync(Newsroom.Editor, begun.Value.Id, content => content with { Digest = "时间以本条为准。" })).Refusal.ShouldBeNull();
        var (_, version) = await ReleasesAsync(begun.Value.Id);
        return await SendsAsync(version);
    }
}
