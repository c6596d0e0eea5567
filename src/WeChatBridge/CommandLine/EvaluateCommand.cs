using System.CommandLine;
using System.Text.Json;
using WeChatBridge.Operations;
using WeChatBridge.Search.Evaluation;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary><c>evaluate QUERIES --documents DIR</c>: how well questions are answered, in figures; the store is not touched.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var queries = new Argument<FileInfo>("queries") { Description = "题目：问题、应答文件（或 NONE）、可接受的标题（用 || 隔开）、答案文字，以制表符分列" };
        var documents = new Option<DirectoryInfo>("--documents") { Description = "文件夹：临时载入其中的文件来回答", Required = true };
        var baseline = new Option<bool>("--baseline") { Description = "同时给出 SQLite FTS5 的成绩作对照" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var command = new Command("evaluate", "用一组题目衡量检索") { queries, documents, baseline, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(queries),
            parsed.GetRequiredValue(documents),
            new Output(parsed.GetValue(baseline), parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo queries, DirectoryInfo documents, Output output, CancellationToken cancellationToken)
    {
        var missing = new FileSystemInfo[] { queries, documents }.FirstOrDefault(place => !place.Exists);
        if (missing is not null)
        {
            return await CommandRun.RefuseAsync(StaffTexts.FileMissing.With(missing.FullName));
        }

        IReadOnlyList<EvaluationQuestion> questions;
        try
        {
            questions = EvaluationQuestion.Parse(await File.ReadAllLinesAsync(queries.FullName, cancellationToken));
        }
        catch (FormatException exception)
        {
            return await CommandRun.RefuseAsync(StaffTexts.QuestionsBroken.With(queries.FullName, exception.Message));
        }

        var search = await MeasuredSearch.ReadAsync(documents.FullName, new SeedsOptions().ReadSynonyms().ToVocabulary(), cancellationToken);
        var figures = new Dictionary<string, EvaluationFigures> { ["search"] = Evaluator.Measure(questions, search.Ask) };
        if (output.Baseline)
        {
            using var baseline = new FullTextBaseline(search);
            figures["baseline"] = Evaluator.Measure(questions, baseline.Ask);
        }

        Console.WriteLine(output.Json ? JsonSerializer.Serialize(figures, CommandRun.Json) : Table(figures));
        return ExitCode.Done;
    }

    private static string Table(Dictionary<string, EvaluationFigures> figures)
    {
        (string Name, Func<EvaluationFigures, string> Of)[] rows =
        [
            ("questions to answer", one => $"{one.ToAnswer}"),
            ("questions to refuse", one => $"{one.ToRefuse}"),
            ("answer in first reply", one => $"{one.AnswerInFirstReply:0.000}"),
            ("hit@1", one => $"{one.HitAt1:0.000}"),
            ("hit@3", one => $"{one.HitAt3:0.000}"),
            ("MRR", one => $"{one.MeanReciprocalRank:0.000}"),
            ("document R@1", one => $"{one.DocumentAt1:0.000}"),
            ("document R@5", one => $"{one.DocumentAt5:0.000}"),
            ("share of choices", one => $"{one.Choices:0.000}"),
            ("median reply length", one => $"{one.MedianReplyLength}"),
            ("refused when it should be", one => $"{one.RefusedRightly:0.000}"),
            ("answered when it should be", one => $"{one.AnsweredWhenAnswerable:0.000}"),
        ];
        var head = $"{"",-28}{string.Concat(figures.Keys.Select(name => $"{name,12}"))}";
        var lines = rows.Select(row => $"{row.Name,-28}{string.Concat(figures.Values.Select(one => $"{row.Of(one),12}"))}");
        return string.Join('\n', lines.Prepend(head));
    }

    private sealed record Output(bool Baseline, bool Json);
}
