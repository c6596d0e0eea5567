using System.Text;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

public sealed class ImportTests
{
    private const string Guide =
        """
        高龄津贴办事指南
        一、办理条件
        年满八十周岁、户籍在本镇的老年人。
        二、所需材料
        身份证、户口簿原件，本人银行卡复印件。
        三、办理时间
        周一至周五上午八时三十分至十一时三十分。
        """;

    [Fact]
    public async Task An_imported_guide_is_answered_from_and_audited()
    {
        using var office = new OfficeFolder();
        office.Write("高龄津贴.txt", Guide);

        var imported = await office.RunsAsync("import", "高龄津贴.txt", "--account", "zhengwu", "--kind", "Guide");
        var asked = await office.RunsAsync("ask", "--account", "zhengwu", "高龄津贴所需材料");
        var audited = await office.RunsAsync("audit", "verify");

        imported.ExitCode.ShouldBe(0, imported.Errors);
        imported.Output.ShouldContain("已导入《高龄津贴办事指南》");
        asked.Output.ShouldContain("户口簿原件");
        // Two accounts with their synonyms, then the report from the seeds and this one, each imported and released.
        audited.Output.ShouldContain("共 8 条");
    }

    [Fact]
    public async Task One_accounts_guide_is_not_quoted_by_the_other_unless_it_was_granted()
    {
        using var office = new OfficeFolder();
        office.Write("guide.txt", Guide);
        await office.RunsAsync("import", "guide.txt", "--account", "zhengwu");

        var asked = await office.RunsAsync("ask", "--account", "renda", "高龄津贴所需材料");

        asked.Output.ShouldNotContain("户口簿");
        asked.Output.ShouldContain("没有找到");
    }

    [Fact]
    public async Task An_internal_document_answers_nothing()
    {
        using var office = new OfficeFolder();
        office.Write("guide.txt", Guide);
        await office.RunsAsync("import", "guide.txt", "--account", "zhengwu", "--internal");

        var asked = await office.RunsAsync("ask", "--account", "zhengwu", "高龄津贴所需材料");

        asked.Output.ShouldNotContain("户口簿");
    }

    [Fact]
    public async Task The_same_file_is_imported_once()
    {
        using var office = new OfficeFolder();
        office.Write("guide.txt", Guide);
        await office.RunsAsync("import", "guide.txt", "--account", "zhengwu");

        var again = await office.RunsAsync("import", "guide.txt", "--account", "zhengwu");

        again.ExitCode.ShouldBe(1);
        again.Errors.ShouldContain("已经导入过：《高龄津贴办事指南》");
    }

    [Fact]
    public async Task Text_in_the_old_national_encoding_is_read()
    {
        using var office = new OfficeFolder();
        office.Write("guide.txt", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Guide));

        var imported = await office.RunsAsync("import", "guide.txt", "--account", "zhengwu", "--title", "高龄津贴", "--json");

        imported.Output.ShouldContain("\"title\":\"高龄津贴\"");
        (await office.RunsAsync("ask", "--account", "zhengwu", "高龄津贴办理时间")).Output.ShouldContain("八时三十分");
    }

    [Fact]
    public async Task A_missing_empty_or_binary_file_is_refused_with_a_sentence_and_changes_nothing()
    {
        using var office = new OfficeFolder();
        office.Write("empty.txt", "");
        office.Write("blank.txt", " \r\n\t\n");
        office.Write("program.txt", [0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0xff, 0xfe, 0, 0]);
        office.Write("scan.pdf", "%PDF-1.7\n1 0 obj");

        (await office.RunsAsync("import", "missing.txt", "--account", "zhengwu")).Errors.ShouldContain("找不到文件");
        (await office.RunsAsync("import", "empty.txt", "--account", "zhengwu")).Errors.ShouldContain("文件是空的");
        (await office.RunsAsync("import", "blank.txt", "--account", "zhengwu")).Errors.ShouldContain("文件是空的");
        (await office.RunsAsync("import", "program.txt", "--account", "zhengwu")).Errors.ShouldContain("不是文本");
        (await office.RunsAsync("import", "scan.pdf", "--account", "zhengwu")).Errors.ShouldContain("另存为");
        (await office.RunsAsync("import", "empty.txt", "--account", "nobody")).Errors.ShouldContain("没有名为“nobody”的公众号");
        (await office.RunsAsync("audit", "verify")).Output.ShouldContain("共 6 条");
    }
}
