using System.Text.Json;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.CommandLine;

public sealed class EvaluateTests
{
    [Fact]
    public async Task Questions_are_measured_beside_the_baseline_without_touching_a_store()
    {
        using var office = new OfficeFolder();
        Directory.CreateDirectory(Path.Combine(office.Path, "documents"));
        office.Write("documents/高龄津贴.txt", "高龄津贴申领指南\n一、办理条件\n年满八十周岁的老年人。\n二、所需材料\n身份证、户口簿原件。\n");
        office.Write("documents/停水.txt", "停水通知\n一、停水时间\n六月一日九时至十七时。\n二、停水范围\n林场路以北。\n");
        office.Write("questions.tsv", "# 题目\n停水范围\t停水\t停水范围\t林场路以北\n高龄津贴所需材料\t高龄津贴\t所需材料\t户口簿\n今天天气\tNONE\n");

        var (exitCode, output, errors) = await office.RunsAsync(
            "evaluate", "questions.tsv", "--documents", "documents", "--baseline", "--json");

        errors.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        var figures = JsonDocument.Parse(output).RootElement;
        figures.GetProperty("search").GetProperty("toAnswer").GetInt32().ShouldBe(2);
        figures.GetProperty("search").GetProperty("answerInFirstReply").GetDouble().ShouldBe(1);
        figures.GetProperty("search").GetProperty("refusedRightly").GetDouble().ShouldBe(1);
        figures.GetProperty("baseline").GetProperty("documentAt1").GetDouble().ShouldBe(1);
        Directory.Exists(Path.Combine(office.Path, "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_broken_line_is_named()
    {
        using var office = new OfficeFolder();
        Directory.CreateDirectory(Path.Combine(office.Path, "documents"));
        office.Write("questions.tsv", "没有第二列\n");

        var (exitCode, _, errors) = await office.RunsAsync("evaluate", "questions.tsv", "--documents", "documents");

        exitCode.ShouldBe(1);
        errors.ShouldContain("没有第二列");
    }
}
