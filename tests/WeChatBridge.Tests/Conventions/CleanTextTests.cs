using System.Text.RegularExpressions;

namespace WeChatBridge.Tests.Conventions;

public sealed class CleanTextTests
{
    // Put together here, so that this file does not find itself.
    private static readonly Regex Unfinished = new(
        $@"\b({string.Join('|', "TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception")})\b", RegexOptions.NonBacktracking);

    // A folder of one machine at the start of a path; "https://host/home/" is none.
    private static readonly Regex MachinePath = new(
        @"(^|[^\w.:/~*}-])(/(" + string.Join('|', "home", "root", "tmp", "work", "Users") + @")/|[A-Z]:\\" + "Users)",
        RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly string[] Places = ["src", "tests", "docs", "seeds", "tools", "benchmarks", "README.md"];

    private static readonly string[] TextFiles =
    [
        ".cs", ".cshtml", ".csproj", ".props", ".targets", ".json", ".md", ".txt", ".tsv", ".xml", ".resx",
        ".html", ".css", ".js", ".sh", ".sql",
    ];

    private static readonly IReadOnlyList<string> Checked =
    [
        .. Repository.Files.Where(path => Places.Contains(path.Split('/')[0]) && TextFiles.Contains(Path.GetExtension(path))),
    ];

    [Fact]
    public void Nothing_is_marked_as_unfinished() => Findings(Unfinished).ShouldBeEmpty("Finish it.");

    [Fact]
    public void Nothing_knows_the_machine_it_was_written_on() =>
        Findings(MachinePath).ShouldBeEmpty("Make the path relative to the repository.");

    [Fact]
    public void The_check_would_find_both()
    {
        Unfinished.IsMatch("// TO" + "DO: later").ShouldBeTrue();
        MachinePath.IsMatch("see /ho" + "me/someone/notes").ShouldBeTrue();
        MachinePath.IsMatch("\"C:\\Us" + "ers\\someone\"").ShouldBeTrue();
        MachinePath.IsMatch("https://example.org/home/page").ShouldBeFalse();
        Checked.Count.ShouldBeGreaterThan(100);
    }

    private static IEnumerable<string> Findings(Regex pattern) =>
        from path in Checked
        from match in pattern.Matches(Repository.Read(path))
        select $"{path}: {match.Value.Trim()}";
}
