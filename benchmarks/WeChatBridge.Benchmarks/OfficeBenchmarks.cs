using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Rules;
using WeChatBridge.Audit;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Benchmarks;

/// <summary>A library of an office's size on SQLite: refreshing what is answered from, and a reply from question to words.</summary>
[MemoryDiagnoser]
public class OfficeBenchmarks
{
    private static readonly string Account = "zhengwu";

    private readonly string _folder = Directory.CreateTempSubdirectory("wechatbridge-benchmark-").FullName;
    private ServiceProvider _product = null!;
    private ReportIndex _index = null!;
    private AnswerFinder _finder = null!;
    private ServedAccount _served = null!;
    private IReadOnlyList<string> _questions = [];
    private (int Asked, int Imported) _count;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _product = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "store.db")}" })
            .AddSingleton<AuditTrail>().AddReviews(new ReviewOptions()).AddSingleton<ReportDesk>().AddSingleton<ReportIndex>()
            .AddSingleton<SynonymDesk>().AddSingleton<RuleBook>().AddSingleton(new AnswersOptions()).AddSingleton<AnswerFinder>()
            .BuildServiceProvider();
        await _product.GetRequiredService<StoreOpening>().OpenAsync(_ => Task.CompletedTask, CancellationToken.None);
        await _product.GetRequiredService<SynonymDesk>().InstallAsync([Account], SourceTexts.SynonymList(), Acting.Installer, CancellationToken.None);
        foreach (var file in SourceTexts.Folders().SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal))
        {
            await ImportAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        }

        (_index, _finder) = (_product.GetRequiredService<ReportIndex>(), _product.GetRequiredService<AnswerFinder>());
        await _index.RefreshAsync(CancellationToken.None);
        _questions = SourceTexts.Questions();
        _served = new ServedAccount(Account, 0, "示例镇政务", ContactCard.Empty, null);
    }

    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await _product.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What a start costs: everything is read.</summary>
    [Benchmark]
    public async Task<int> ReadWholeLibraryAsync()
    {
        using var index = new ReportIndex(_product.GetRequiredService<IDbContextFactory<BridgeContext>>(), TimeProvider.System);
        await index.RefreshAsync(CancellationToken.None);
        return index.Of(Account).Reports.Count;
    }

    /// <summary>One import and the refresh after it.</summary>
    [Benchmark]
    public async Task ImportAndRefreshAsync()
    {
        await ImportAsync("notice.txt", Encoding.UTF8.GetBytes($"停水通知\n一、范围\n第{_count.Imported++}号公告，中央街停止供水。\n"));
        await _index.RefreshAsync(CancellationToken.None);
    }

    [Benchmark]
    public int Reply() => _finder.Find(_served, _questions[_count.Asked++ % _questions.Count]).Text.Length;

    private async Task ImportAsync(string name, byte[] content) => await _product.GetRequiredService<ReportDesk>()
        .ImportAsync(new ReportDescription(Account, name), content, Acting.CommandLine, CancellationToken.None);
}
