using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Operations.CaseFiles;

/// <summary>Whatever is changed in a case, verifying names it; with the sums made to fit again, the facts give it away.</summary>
public sealed class TamperedCasesTests() : CaseFileTests(new SqliteFiles())
{
    [Fact]
    public async Task A_changed_missing_or_added_part_is_named()
    {
        var archive = await ExportsAsync();
        foreach (var path in CaseArchives.Unpack(archive).Keys.Where(path => path != "SHA256SUMS"))
        {
            (await VerifiesOfflineAsync(CaseArchives.With(archive, files => files[path] = [.. files[path], (byte)' '], resum: false)))
                .ShouldNotBeNull().ShouldContain(path);
            (await VerifiesOfflineAsync(CaseArchives.With(archive, files => files.Remove(path), resum: false))).ShouldNotBeNull().ShouldContain($"缺少 {path}");
        }

        var added = $"files/{new string('a', 64)}.png";
        (await VerifiesOfflineAsync(CaseArchives.With(archive, files => files[added] = [1], resum: false))).ShouldNotBeNull().ShouldContain(added);
        (await VerifiesOfflineAsync(CaseArchives.With(archive, files => files[added] = [1]))).ShouldNotBeNull().ShouldContain($"{added} 不属于");
        (await VerifiesOfflineAsync(CaseArchives.With(archive, files => files.Remove("SHA256SUMS"), resum: false))).ShouldNotBeNull().ShouldContain("SHA256SUMS");
        (await VerifiesOfflineAsync(CaseArchives.With(archive, files => files["SHA256SUMS"] = [(byte)'x'], resum: false)))
            .ShouldNotBeNull().ShouldContain("看不懂");
    }

    [Theory]
    [InlineData("articles/1.json", "三月四日", "三月五日", "articles/1.json 不是审核通过的那个版本")]
    [InlineData("articles/1.html", "三月四日", "三月五日", "articles/1.html 与 articles/1.json")]
    [InlineData("case.json", "关于<停水>的通知", "关于停电的通知", "case.json 与 articles/1.json")]
    [InlineData("case.json", "\"catalogueNumber\": \"20-11\"", "\"catalogueNumber\": \"20-1\"", "case.json 与 articles/1.json")]
    [InlineData("case.json", "\"name\": \"封面.jpg\"", "\"name\": \"别的.jpg\"", "case.json 与 articles/1.json")]
    [InlineData("case.json", "\"form\": \"case-file/2\"", "\"form\": \"case-file/1\"", "格式是 case-file/1，本程序只核对 case-file/2")]
    [InlineData("case.json", "\"mayBeLate\": false,", "\"mayBeLate\": true, \"mayBeLate\": false,", "case.json 不是案卷规定的格式")]
    [InlineData("articles/1.html", "<h1>", "<p>另有重要通知。</p><h1>", "articles/1.html 与 articles/1.json")]
    [InlineData("articles/1.html", "</body>", "<p>本通知作废。</p></body>", "articles/1.html 与 articles/1.json")]
    [InlineData("index.html", "officer同志（officer）", "王镇长（officer）", "index.html 与 case.json")]
    [InlineData("attempts.json", "1000001", "1000002", "index.html 与 case.json")]
    [InlineData("case.json", "\"scheduledBy\"", "\"plannedBy\"", "case.json 不是案卷规定的格式")]
    [InlineData("attempts.json", "\"step\": \"Draft\"", "\"step\": \"Dream\"", "attempts.json 不是案卷规定的格式")]
    [InlineData("audit.jsonl", "\"actor\":\"reviewer\"", "\"actor\":\"somebody\"", "audit.jsonl 里序号")]
    [InlineData("audit.jsonl", "headHash", "head", "audit.jsonl 不是案卷规定的格式")]
    public async Task Words_that_were_changed_with_the_sums_made_to_fit_are_named(string path, string words, string others, string named)
    {
        var archive = CaseArchives.With(await ExportsAsync(), files =>
        {
            var text = Encoding.UTF8.GetString(files[path]);
            text.ShouldContain(words);
            files[path] = Encoding.UTF8.GetBytes(text.Replace(words, others));
        });

        (await VerifiesOfflineAsync(archive)).ShouldNotBeNull().ShouldContain(named);
    }

    [Fact]
    public async Task A_picture_that_was_exchanged_is_named_although_the_sums_fit()
    {
        string path = "";
        var archive = CaseArchives.With(await ExportsAsync(), files =>
        {
            path = files.Keys.First(key => key.EndsWith(".png", StringComparison.Ordinal));
            files[path] = [1, 2, 3];
        });

        (await VerifiesOfflineAsync(archive)).ShouldNotBeNull().ShouldContain(path);
    }

    [Fact]
    public async Task Steps_that_were_not_done_by_different_people_in_order_are_named()
    {
        var archive = await ExportsAsync();

        (await JudgedAsync(archive, review => review["state"] = "Open")).ShouldContain("没有通过的审核");
        (await JudgedAsync(archive, review => ((JsonArray)review["steps"]!).RemoveAt(1))).ShouldContain("缺少“复审”");
        (await JudgedAsync(archive, review => ((JsonArray)review["steps"]!).RemoveAt(2))).ShouldContain("缺少“签发”");
        (await JudgedAsync(archive, review => ((JsonArray)review["steps"]!).RemoveAt(0))).ShouldContain("缺少“经办”");
        (await JudgedAsync(archive, review => review["steps"]![2]!["onBehalfOf"] = "reviewer")).ShouldContain("reviewer 办了不止一步");
        (await JudgedAsync(archive, review => review["authors"] = new JsonArray("editor", "officer"))).ShouldContain("officer 办了不止一步");
        (await JudgedAsync(archive, review => review["steps"]![1]!["by"] = "officer")).ShouldContain("officer 办了不止一步");
        (await JudgedAsync(archive, review => review["steps"]![1]!["secrecy"] = new JsonArray())).ShouldContain("没有完整的保密审查");
        (await JudgedAsync(archive, review => review["steps"]![1]!["secrecy"]![0]!["verdict"] = "Yes")).ShouldContain("没有完整的保密审查");
        (await JudgedAsync(archive, review => review["steps"]![2]!["sawSecrecyCheck"] = false)).ShouldContain("“签发”没有完整的保密审查");
        (await JudgedAsync(archive, review => review["steps"]![2]!["at"] = "2099-03-09T02:00:00+00:00")).ShouldContain("先后不对");
    }

    [Theory]
    [InlineData("https://mp.weixin.qq.com/s/one", "https://mp.weixin.qq.com/s/two", "的网址与审计记录、发送记录不一致")]
    [InlineData("\"submittedAt\": \"2099-03-02T03:10:00+00:00\"", "\"submittedAt\": \"2099-03-02T03:11:00+00:00\"", "提交平台的时间")]
    [InlineData("\"dueAt\": \"2099-03-02T06:00:00+00:00\"", "\"dueAt\": \"2099-03-02T07:00:00+00:00\"", "计划的时间")]
    [InlineData("\"scheduledBy\": \"officer\"", "\"scheduledBy\": \"reviewer\"", "安排的人和时间")]
    [InlineData("\"mayBeLate\": false", "\"mayBeLate\": true", "安排的人和时间")]
    [InlineData("\"state\": \"Published\"", "\"state\": \"OutcomeUnknown\"", "发布的状态")]
    [InlineData("\"taskId\": \"1000001\"", "\"taskId\": \"1000009\"", "平台的编号")]
    [InlineData("\"reason\": \"可以发\"", "\"reason\": \"照发\"", "officer 的“通过”在审计记录里没有")]
    [InlineData("\"reason\": \"日期写错\"", "\"reason\": \"没有理由\"", "reviewer 的“退回”在审计记录里没有")]
    [InlineData("已征得本人同意", "没有征求意见", "在审计记录里没有")]
    [InlineData("\"onBehalfOf\": \"reviewer\"", "\"onBehalfOf\": \"\"", "deputy 的“通过”在审计记录里没有")]
    [InlineData("\"displayName\": \"officer同志\"", "\"displayName\": \"王镇长\"", "登录名 officer 的姓名")]
    [InlineData("\"endsAt\": \"2099-03-04T02:30:00+00:00\"", "\"endsAt\": \"2099-03-05T02:30:00+00:00\"", "代审安排 1")]
    [InlineData("\"state\": \"Returned\"", "\"state\": \"Rejected\"", "审核 1 的状态")]
    public async Task Facts_that_the_trail_proves_cannot_be_changed_even_with_every_page_made_anew(string words, string others, string named)
    {
        var archive = await ExportsAsync();

        (await VerifiesOfflineAsync(CaseArchives.Forged(archive, words, others))).ShouldNotBeNull().ShouldContain(named);
    }

    [Fact]
    public async Task A_step_that_was_left_out_is_named()
    {
        var archive = CaseArchives.With(await ExportsAsync(), files =>
        {
            var facts = JsonNode.Parse(files["case.json"])!;
            ((JsonArray)facts["reviews"]![0]!["steps"]!).RemoveAt(1);
            files["case.json"] = Encoding.UTF8.GetBytes(facts.ToJsonString());
        });

        (await VerifiesOfflineAsync(archive)).ShouldNotBeNull().ShouldContain("案卷的审核 1 里没有");
    }

    [Fact]
    public async Task What_only_the_office_itself_can_know_is_found_in_its_audit_trail()
    {
        var archive = await ExportsAsync();
        foreach (var (words, others) in new[]
            {
                ("\"endedAt\": \"2099-03-02T03:11:00+00:00\"", "\"endedAt\": \"2099-03-02T03:12:00+00:00\""), ("\"errcode\\\":0", "\"errcode\\\":1"),
            })
        {
            // Nothing in the archive contradicts it; but it is not what was handed out.
            var changed = CaseArchives.Forged(archive, words, others);
            changed.ShouldNotBe(archive);
            (await VerifiesOfflineAsync(changed)).ShouldBeNull();
            (await VerifiesAsync(changed)).ShouldNotBeNull().ShouldContain("本机没有出具过这份案卷");
        }
    }

    [Fact]
    public async Task An_audit_trail_that_was_cut_or_changed_afterwards_is_named()
    {
        await Office.TakesOnAsync("later", StaffRole.Editor);
        var archive = await ExportsAsync();
        var head = (await Office.AuditAsync())[^2].Sequence;
        await GuardIsTakenAwayAsync();
        await ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Sequence\" >= {head}");
        (await VerifiesAsync(archive)).ShouldNotBeNull().ShouldContain($"已到第 {head} 条");

        await ExecuteAsync("UPDATE \"AuditEntries\" SET \"Actor\" = 'somebody' WHERE \"Action\" = 'review.approve'");
        (await VerifiesAsync(archive)).ShouldNotBeNull().ShouldContain("断开");
        (await VerifiesOfflineAsync(archive)).ShouldBeNull();
    }

    [Fact]
    public async Task A_case_of_another_office_is_not_taken_for_ones_own()
    {
        var archive = await ExportsAsync();
        await GuardIsTakenAwayAsync();
        await ExecuteAsync("DELETE FROM \"AuditEntries\"");

        (await VerifiesAsync(archive)).ShouldNotBeNull().ShouldContain("--offline");
    }

    [Theory]
    [InlineData("../evil.html")]
    [InlineData("/etc/passwd")]
    [InlineData("articles/../../evil.json")]
    [InlineData("articles\\1.json")]
    [InlineData("files/x.png")]
    [InlineData("articles/")]
    public async Task A_name_that_leads_elsewhere_is_refused_before_anything_is_read(string name)
    {
        var archive = CaseArchives.With(await ExportsAsync(), files => files[name] = "evil"u8.ToArray());

        (await VerifiesOfflineAsync(archive)).ShouldNotBeNull().ShouldContain($"不属于案卷的名称：{name}");
    }

    [Fact]
    public async Task What_is_no_archive_or_holds_a_name_twice_is_refused()
    {
        (await VerifiesOfflineAsync("not a zip"u8.ToArray())).ShouldNotBeNull().ShouldContain("不是 .zip");
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("case.json");
            zip.CreateEntry("case.json");
        }

        (await VerifiesOfflineAsync(bytes.ToArray())).ShouldNotBeNull().ShouldContain("出现两次");
    }

    [Fact]
    public async Task The_program_judges_a_case_without_a_store_and_ends_with_what_does_not_fit()
    {
        using var folder = new OfficeFolder();
        var archive = await ExportsAsync();
        folder.Write("whole.zip", archive);
        folder.Write("changed.zip", CaseArchives.With(archive, files => files["case.json"] = [.. files["case.json"], (byte)' '], resum: false));

        var whole = await folder.RunsAsync("case-file", "verify", "whole.zip", "--offline");
        whole.ExitCode.ShouldBe(0, whole.Errors);
        whole.Output.ShouldContain("案卷本身完整");
        var changed = await folder.RunsAsync("case-file", "verify", "changed.zip", "--offline");
        (changed.ExitCode, changed.Output).ShouldBe((1, ""));
        changed.Errors.ShouldContain("case.json 的内容与 SHA-256 值不一致");
        Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["changed.zip", "whole.zip"]);
    }

    /// <summary>What is said when the review of the first article that went out is changed, everything else made to fit.</summary>
    private static async Task<string> JudgedAsync(byte[] archive, Action<JsonNode> change) =>
        (await VerifiesOfflineAsync(CaseArchives.With(archive, files =>
        {
            var facts = JsonNode.Parse(files["case.json"])!;
            var sent = facts["articles"]![0]!["contentHash"]!.GetValue<string>();
            change(facts["reviews"]!.AsArray().Single(review => review!["contentHash"]!.GetValue<string>() == sent)!);
            files["case.json"] = Encoding.UTF8.GetBytes(facts.ToJsonString());
        }))).ShouldNotBeNull();
}
