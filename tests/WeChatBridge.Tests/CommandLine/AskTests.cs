using System.Text.Json;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

public sealed class AskTests
{
    [Fact]
    public async Task In_an_empty_folder_a_question_is_answered_from_the_seeds()
    {
        using var office = new OfficeFolder();

        var (exitCode, output, errors) = await office.RunsAsync("ask", "--account", "zhengwu", "联系电话");

        errors.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("0470-3129100");
        File.Exists(Path.Combine(office.Path, "data", "wechatbridge.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task As_JSON_an_answer_names_its_source_and_Chinese_stays_readable()
    {
        using var office = new OfficeFolder();

        var (_, output, _) = await office.RunsAsync("ask", "--account", "renda", "领导小组", "--json");

        output.ShouldNotContain("\\u");
        var answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("kind").GetString().ShouldBe("answer");
        answer.GetProperty("report").GetString().ShouldBe("2017年红花尔基镇政府信息公开工作年度报告");
        answer.GetProperty("section").GetString().ShouldBe("（一）提高认识，加强领导");
        answer.GetProperty("headingPath").EnumerateArray().Select(heading => heading.GetString()).ShouldBe(["一、概述"]);
        answer.GetProperty("text").GetString()!.ShouldContain("以镇长为组长");
        answer.GetProperty("score").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_batch_is_answered_line_by_line_in_order_empty_lines_included()
    {
        using var office = new OfficeFolder();
        office.Write("questions.txt", "联系电话\n天气\n\n公开栏\n");

        var (exitCode, output, errors) = await office.RunsAsync("ask", "--account", "zhengwu", "--batch", "questions.txt", "--json");

        errors.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString())
            .ShouldBe(["answer", "notFound", "notFound", "answer"]);
    }

    [Theory]
    [InlineData("没有名为", "ask", "--account", "nobody", "联系电话")]
    [InlineData("请给出一个问题", "ask", "--account", "zhengwu")]
    [InlineData("找不到文件", "ask", "--account", "zhengwu", "--batch", "missing.txt", "--json")]
    public async Task What_cannot_be_asked_is_refused_with_a_sentence(string sentence, params string[] arguments)
    {
        using var office = new OfficeFolder();

        var (exitCode, output, errors) = await office.RunsAsync(arguments);

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain(sentence);
    }
}
