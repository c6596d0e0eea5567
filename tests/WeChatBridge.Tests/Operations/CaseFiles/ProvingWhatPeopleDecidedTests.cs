using System.Text;
using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Simulator;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Publishing.Sending;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations.CaseFiles;

/// <summary>What people decided about a message stands in its case, in their words, and nobody can change a word of it unseen.</summary>
public sealed class ProvingWhatPeopleDecidedTests : LivedCases
{
    private const string Evidence = "登录公众平台，在发表记录里看到这一条，网址如下。";

    [Fact]
    public async Task Reasons_delegations_and_withdrawals_refused_ones_too_stand_in_the_case()
    {
        var archive = await ExportsAsync(await WithdrawsAsync());
        var facts = await ProvedAsync(archive);

        facts.Form.ShouldBe("case-file/2");
        facts.Decisions.Withdrawals.Select(one => (one.Reason, one.State, one.ProposedBy, one.DecidedBy)).ShouldBe(
        [
            ("标题不够清楚", WithdrawalState.Dropped, "officer", "reviewer"),
            ("停水时间写错了", WithdrawalState.Done, "officer", "reviewer"),
        ]);
        facts.Articles.ShouldAllBe(article => article.WithdrawnAt != null);
        var answer = facts.Articles[0].Versions.ShouldHaveSingleItem().Answers.ShouldHaveSingleItem();
        (answer.Reason, answer.By).ShouldBe(("镇值班电话，已征得本人同意", "editor"));
        answer.Excerpt.ShouldNotContain(Number);
        facts.Reviews.SelectMany(review => review.Steps).ShouldContain(step => step.By == "deputy" && step.OnBehalfOf == "reviewer");
        var page = Encoding.UTF8.GetString(CaseArchives.Unpack(archive)["index.html"]);
        foreach (var words in new[]
            {
                "标题不够清楚", "不撤了", "停水时间写错了", "平台已删除", "镇值班电话，已征得本人同意", "deputy同志（deputy），代 reviewer同志（reviewer）",
                "个人隐私：是（值班电话，本人同意公开）", "国家秘密：否", "代审安排", "同意撤稿",
            })
        {
            page.ShouldContain(words);
        }
    }

    [Fact]
    public async Task Each_word_people_said_is_held_against_the_trail()
    {
        var archive = await ExportsAsync(await WithdrawsAsync());

        async Task NamesAsync(string words, string others, string named) =>
            (await CaseArchives.OfflineAsync(CaseArchives.Forged(archive, words, others))).ShouldNotBeNull().ShouldContain(named);

        await NamesAsync("标题不够清楚", "标题写错了", "撤稿的提议和决定");
        await NamesAsync("镇值班电话，已征得本人同意", "镇值班电话", "第 1 版的送审和说明");
        await NamesAsync("电话已核对", "没有核对", "在审计记录里没有");
        await NamesAsync("值班电话，本人同意公开", "值班电话，家人同意公开", "在审计记录里没有");
        await NamesAsync("\"displayName\": \"officer同志\"", "\"displayName\": \"王镇长\"", "登录名 officer 的姓名");
        await NamesAsync("\"state\": \"Dropped\"", "\"state\": \"Confirmed\"", "撤稿的提议和决定");
        await NamesAsync("\"state\": \"Withdrawn\",", "\"state\": \"Published\",", "发布的状态");
        await NamesAsync("\"act\": \"MassSend\"", "\"act\": \"Publish\"", "计划的时间、方式和版本");
        var url = (await ProvedAsync(archive)).Articles[0].Url;
        await NamesAsync(url, "https://mp.weixin.qq.com/s/elsewhere", "的网址");
    }

    [Fact]
    public async Task What_a_person_found_of_an_unknown_end_is_proved_by_the_hash_of_their_evidence()
    {
        Spoil(FaultKind.DropBeforeActing, Submit);
        var (_, version) = await WritesAsync("停电通知", SendingAct.Publish);
        var id = await PlansAsync(version);
        await Bridge.DueIsWorkedOffAsync();
        var unknown = await IsAsync(id, PublicationState.OutcomeUnknown);
        (await Bridge.Settling.SettleAsPublishedAsync(
            new PublicationAct(id, unknown.Revision, Newsroom.Officer), ["https://mp.weixin.qq.com/s/found"], Evidence, Cancellation))
            .Refusal.ShouldBeNull();

        var archive = await ExportsAsync(id);
        var settled = (await ProvedAsync(archive)).Decisions.Settlements.ShouldHaveSingleItem();

        (settled.As, settled.Evidence, settled.By).ShouldBe((SettledAs.Published, Evidence, "officer"));
        Encoding.UTF8.GetString(CaseArchives.Unpack(archive)["index.html"]).ShouldContain(Evidence);
        (await CaseArchives.OfflineAsync(CaseArchives.Forged(archive, Evidence, "有人打电话说看到了。")))
            .ShouldNotBeNull().ShouldContain("对结果未知的认定和依据");
        (await CaseArchives.OfflineAsync(CaseArchives.Forged(archive, "https://mp.weixin.qq.com/s/found", "https://mp.weixin.qq.com/s/other")))
            .ShouldNotBeNull().ShouldContain("“停电通知”的网址");
    }

    [Fact]
    public async Task A_draft_that_was_sent_on_the_website_shows_who_registered_it()
    {
        var (_, version) = await WritesAsync("代表接待日安排", SendingAct.DraftOnly);
        var id = await SendsAsync(version);
        var ready = await IsAsync(id, PublicationState.DraftReady);
        (await Bridge.Settling.EnterAsync(
            new PublicationAct(id, ready.Revision, Newsroom.Officer),
            new DraftSentByHand(["https://mp.weixin.qq.com/s/hand"], Now, SendingAct.MassSend),
            Cancellation)).Refusal.ShouldBeNull();

        var archive = await ExportsAsync(id);
        var sent = (await ProvedAsync(archive)).Decisions.WebsiteSendings.ShouldHaveSingleItem();

        (sent.Url, sent.Act, sent.RegisteredBy).ShouldBe(("https://mp.weixin.qq.com/s/hand", SendingAct.MassSend, "officer"));
        Encoding.UTF8.GetString(CaseArchives.Unpack(archive)["index.html"]).ShouldContain("在公众平台网站发送的登记");
        (await CaseArchives.OfflineAsync(CaseArchives.Forged(archive, "\"registeredBy\": \"officer\"", "\"registeredBy\": \"reviewer\"")))
            .ShouldNotBeNull().ShouldContain("在公众平台网站发送的登记");
    }

    [Fact]
    public async Task What_a_person_deleted_on_the_website_and_who_says_so_stands_in_the_case()
    {
        var (_, version) = await WritesAsync("停水通知", SendingAct.Publish);
        var id = await SendsAsync(version);
        var reported = await Bridge.Withdrawals.ReportAsync(
            Newsroom.Officer, new("zhengwu", id), "时间写错了", new DeletionByHand(Now, "王五"), Cancellation);
        (await Bridge.Withdrawals.ConfirmAsync(Newsroom.Reviewer, "zhengwu", reported.Value.Id, Cancellation)).Refusal.ShouldBeNull();

        var archive = await ExportsAsync(id);
        var withdrawal = (await ProvedAsync(archive)).Decisions.Withdrawals.ShouldHaveSingleItem();

        (withdrawal.State, withdrawal.DeletedBy, withdrawal.DeletedAt).ShouldBe((WithdrawalState.Done, "王五", Now));
        Encoding.UTF8.GetString(CaseArchives.Unpack(archive)["index.html"]).ShouldContain("由 王五 于 2099-03-04");
        (await CaseArchives.OfflineAsync(CaseArchives.Forged(archive, "王五", "赵六"))).ShouldNotBeNull().ShouldContain("撤稿的提议和决定");
    }

    [Fact]
    public async Task A_correction_and_what_it_corrects_name_each_other()
    {
        var (article, version) = await WritesAsync("停水通知", SendingAct.Publish);
        var original = await SendsAsync(version);
        var correction = await CorrectsAsync(article);

        var first = (await ProvedAsync(await ExportsAsync(original))).Articles.ShouldHaveSingleItem();
        var archive = await ExportsAsync(correction);
        var second = (await ProvedAsync(archive)).Articles.ShouldHaveSingleItem();

        first.Links.CorrectedBy.ShouldHaveSingleItem().Urls.ShouldBe([second.Url]);
        second.Links.Corrects.ShouldNotBeNull().SubjectId.ShouldBe(first.SubjectId);
        second.Links.Corrects.Urls.ShouldBe([first.Url]);
        (await CaseArchives.OfflineAsync(CaseArchives.Forged(
            archive, $"\"corrects\": {{\n          \"subjectId\": \"{first.SubjectId}\"", "\"corrects\": {\n          \"subjectId\": \"article/99\"")))
            .ShouldNotBeNull().ShouldContain("与别的稿件、提问的关系");
    }

    [Fact]
    public async Task A_picture_that_had_to_be_converted_is_there_as_it_went_out()
    {
        var gif = SamplePictures.Gif(30, 20, SamplePictures.IndexAt);
        var held = await Newsroom.KeepsFileAsync(gif, "image/gif");
        var written = await Newsroom.WritesAsync("施工示意图", $"<p>见图。</p><p><img src=\"/files/{held.Hash}\" alt=\"示意图\"></p>");
        var planned = await Newsroom.ReleasesAsync(written);
        var id = await SendsAsync(new PlannedVersion(planned.SubjectId, planned.ContentHash));
        await IsAsync(id, PublicationState.Published);

        var archive = await ExportsAsync(id);
        var picture = (await ProvedAsync(archive)).Pictures.Single(one => one.Use == PictureUse.Body);

        var sent = PictureBytes.For(PictureUse.Body, gif).Value.Sent;
        (picture.Hash, picture.SentHash).ShouldBe((held.Hash, StoredFile.HashOf(sent)));
        var files = CaseArchives.Unpack(archive);
        files[picture.SentPath].ShouldBe(sent);
        files[picture.Path].ShouldBe(gif);
        Encoding.UTF8.GetString(files["index.html"]).ShouldContain("转换后：");
        (await CaseArchives.OfflineAsync(CaseArchives.With(archive, changed => changed[picture.SentPath] = [1, 2, 3])))
            .ShouldNotBeNull().ShouldContain(picture.SentPath);
    }
}
