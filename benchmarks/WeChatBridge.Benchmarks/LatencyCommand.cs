using System.CommandLine;
using System.Diagnostics;
using System.Text;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Benchmarks;

/// <summary><c>latency</c>: how long single questions take on one core, with the index's size and the time to build it.</summary>
internal static class LatencyCommand
{
    private const int Questions = 3000;

    public static Command Create()
    {
        var corpus = new Option<string[]>("--corpus") { Description = "Folders of documents to make the library from; the seeds where none is named" };
        var sections = new Option<int>("--sections") { Description = "How many sections", DefaultValueFactory = _ => 100_000 };
        var rounds = new Option<int>("--rounds") { Description = "How often all questions are asked", DefaultValueFactory = _ => 5 };
        var command = new Command("latency", "Find times per question: p50, p90, p99 and the slowest") { corpus, sections, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(corpus) ?? [], parsed.GetValue(sections), parsed.GetValue(rounds)));
        return command;
    }

    private static int Run(string[] corpus, int sections, int rounds)
    {
        if (corpus.Length > 0)
        {
            SourceTexts.UseFolders(corpus);
        }

        var documents = LargeLibrary.Make(SourceTexts.Read(), sections);
        var text = documents.Sum(document => document.Sections.Sum(section => (long)Encoding.UTF8.GetByteCount(section.Text)));
        Console.WriteLine($"{documents.Count} documents, {documents.Sum(document => document.Sections.Count)} sections, {text / 1e6:0.0} MB of UTF-8");
        var index = Build(documents, text);
        var questions = LibraryQuestions.Make(documents, SourceTexts.Questions(), Questions);
        UseOneCore();
        // The first round compiles.
        Console.WriteLine($"first round:  {Percentiles.Measure(questions, question => index.Find(question))}");
        for (var round = 1; round <= rounds; round++)
        {
            GC.Collect();
            Console.WriteLine($"round {round}:      {Percentiles.Measure(questions, question => index.Find(question))}");
        }

        AddAndRemove(index, documents);
        return 0;
    }

    private static SectionIndex Build(IReadOnlyList<IndexedDocument> documents, long text)
    {
        var start = Stopwatch.GetTimestamp();
        var index = SectionIndex.Build(documents, SourceTexts.Synonyms());
        Console.WriteLine($"built in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; index {index.Size / 1e6:0.0} MB = {(double)index.Size / text:0.00} of the text");
        return index;
    }

    private static void AddAndRemove(SectionIndex index, IReadOnlyList<IndexedDocument> documents)
    {
        var changed = documents.Take(200).ToList();
        Console.WriteLine($"add one:      {Percentiles.Measure(changed, document => index = index.With(document with { Id = "new " + document.Id }))}");
        Console.WriteLine($"replace one:  {Percentiles.Measure(changed, document => index = index.With(document))}");
        Console.WriteLine($"withdraw one: {Percentiles.Measure(changed, document => index = index.Without(document.Id))}");
    }

    // The collector and the compiler share it, as they would on the office's small machine.
    private static void UseOneCore()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            process.ProcessorAffinity = 1 << (Environment.ProcessorCount - 1);
        }
    }
}
