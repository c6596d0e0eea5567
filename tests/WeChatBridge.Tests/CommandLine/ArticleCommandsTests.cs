using WeChatBridge.Tests.Articles.Body;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

/// <summary>An article from a terminal: written, checked, submitted, shown to who examines it, released by two people.</summary>
public sealed class ArticleCommandsTests
{
    private static readonly string[] Checks =
    [
        "StateSecret=No", "WorkSecret=No", "CommercialSecret=No", "PersonalPrivacy=No", "Safety=No", "ForbiddenByLaw=No",
        "InternalAffairs=No", "Process=No",
    ];

    [Fact]
    public async Task An_article_is_written_submitted_and_released_by_two_people()
    {
        using var office = new OfficeFolder();
        await RunsAsync(office, "staff", "add", "editor", "--display", "张三", "--account", "zhengwu", "--role", "Editor");
        await RunsAsync(office, "staff", "add", "reviewer", "--display", "李四", "--account", "zhengwu", "--role", "Reviewer");
        await RunsAsync(office, "staff", "add", "officer", "--display", "王五", "--account", "zhengwu", "--role", "SigningOfficer");
        office.Write("正文.md", "集中缴费期到12月31日。夜间咨询13800001234。");
        office.Write("封面.png", WordFile.Dot);

        var begun = await RunsAsync(
            office, "article", "new", "--as", "editor", "--account", "zhengwu", "--title", "医保缴费通知", "--author", "党政办", "--class",
            "Proactive", "--catalogue", "20-11", "--issuer", "镇人民政府", "--formed", "2026-01-05", "--act", "MassSend");
        await RunsAsync(office, "article", "import", "1", "正文.md", "--as", "editor");
        await RunsAsync(office, "article", "cover", "1", "封面.png", "--as", "editor");
        var refused = await office.RunsWithAsync(ReviewingOffice.Password, "article", "submit", "1", "--as", "editor");
        var submitted = await RunsAsync(office, "article", "submit", "1", "--as", "editor", "--reason", "MobilePhone=镇值班电话");
        var review = submitted.Output.Split("审核编号 ")[1].Split('。')[0];
        var examined = await RunsAsync(office, "review", "show", review, "--as", "reviewer");
        await RunsAsync(office, "article", "preview", "1", "--version", "1", "--out", "预览.html", "--as", "reviewer");
        await RunsAsync(office, ["review", "approve", review, "--seen", "1", "--as", "reviewer", "--check", .. Checks]);
        await RunsAsync(office, "review", "approve", review, "--seen", "2", "--as", "officer", "--saw-check");
        var shown = await RunsAsync(office, "article", "show", "1");

        begun.Output.ShouldBe("已新建稿件 1《医保缴费通知》，状态号 1。");
        (refused.ExitCode, refused.Output).ShouldBe((1, ""));
        refused.Errors.ShouldContain("[改正或写明理由] MobilePhone　正文");
        submitted.Output.ShouldContain("已提交：稿件 1《医保缴费通知》第 1 版，审核编号 ");
        examined.Output.ShouldContain("主动公开；对外公开；公开目录：20-11 民生保障；发文机关：镇人民政府；形成日期：2026年1月5日（周一）");
        examined.Output.ShouldContain("editor说明：镇值班电话");
        examined.Output.ShouldContain("article preview 1 --version 1");
        File.ReadAllText(Path.Combine(office.Path, "预览.html")).ShouldContain("<h1>医保缴费通知</h1>");
        shown.Output.ShouldContain("群发（推送给关注者，占用群发次数）　审核已通过　状态号 3");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunsAsync(OfficeFolder office, params string[] arguments)
    {
        var run = await office.RunsWithAsync(ReviewingOffice.Password, arguments);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }
}
