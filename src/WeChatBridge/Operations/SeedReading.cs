using Microsoft.EntityFrameworkCore;
using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations;

/// <summary>
/// Reads the seeds once, into a store that has not seen them. Killed half way, it goes through them again at the next start: every part
/// of it leaves alone what is already there.
/// </summary>
internal sealed partial class SeedReading(
    IDbContextFactory<BridgeContext> contexts, AccountDesk accounts, ReportDesk reports, SeedsOptions options, ILogger<SeedReading> logger)
{
    public async Task ReadOnceAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await StoreMark.NumberAsync(context, StoreMark.SeedsRead, cancellationToken) > 0)
        {
            return;
        }

        if (options.Folder() is not { } folder)
        {
            LogAbsent(logger, StaffTexts.SeedsAbsent.With(options.Path));
            return;
        }

        await ReadAsync(await SeedFiles.ReadAsync(folder, cancellationToken), cancellationToken);
        await StoreMark.AdvanceAsync(context, StoreMark.SeedsRead, cancellationToken);
    }

    /// <summary>The synonyms each account begins with.</summary>
    public SynonymList Synonyms() => options.ReadSynonyms();

    private async Task ReadAsync(SeedFiles seeds, CancellationToken cancellationToken)
    {
        foreach (var account in seeds.Accounts)
        {
            await accounts.RegisterAsync(account.Key, account.Name, account.Contact, Acting.Installer.Name, cancellationToken);
        }

        foreach (var report in seeds.Reports)
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(seeds.ReportsFolder, report.File), cancellationToken);
            // A refusal here means that it was imported before the last run was cut off.
            await reports.ImportAsync(report.Describe(), content, Acting.Installer, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence}")]
    private static partial void LogAbsent(ILogger logger, string sentence);
}
