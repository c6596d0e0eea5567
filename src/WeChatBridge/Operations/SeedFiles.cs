using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.Accounts;
using WeChatBridge.Reports;
using WeChatBridge.Texts;

namespace WeChatBridge.Operations;

/// <summary>What a fresh store starts with, as it lies in the seeds folder.</summary>
internal sealed record SeedFiles(IReadOnlyList<SeedAccount> Accounts, IReadOnlyList<SeedReport> Reports, string ReportsFolder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="ConfigurationRefusedException">A file is missing or not of the form it should have.</exception>
    public static async Task<SeedFiles> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var reports = Path.Combine(folder, "reports");
        return new SeedFiles(
            await ReadListAsync<SeedAccount>(Path.Combine(folder, "accounts.json"), cancellationToken),
            await ReadListAsync<SeedReport>(Path.Combine(reports, "manifest.json"), cancellationToken),
            reports);
    }

    private static async Task<IReadOnlyList<T>> ReadListAsync<T>(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<List<T>>(stream, Json, cancellationToken) ?? [];
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationRefusedException(StaffTexts.SeedsBroken.With(path, exception.Message), exception);
        }
    }
}

/// <summary>An official account in <c>seeds/accounts.json</c>.</summary>
internal sealed record SeedAccount(string Key, string Name, ContactCard Contact);

/// <summary>A report in <c>seeds/reports/manifest.json</c>; its original file lies beside the manifest.</summary>
internal sealed record SeedReport(
    string File,
    ReportKind Kind,
    string Title,
    DateOnly IssuedOn,
    int Year,
    string IssuingBody,
    string Account,
    IReadOnlyList<string> QuotableBy)
{
    public ReportDescription Describe() => new(Account, File)
    {
        Kind = Kind,
        Title = Title,
        IssuedOn = IssuedOn,
        Year = Year,
        IssuingBody = IssuingBody,
        QuotableBy = QuotableBy,
    };
}
