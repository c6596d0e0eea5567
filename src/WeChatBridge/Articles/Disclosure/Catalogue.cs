using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles.Disclosure;

/// <summary>The disclosure catalogue (公开目录): what articles 20 and 21 of the 条例 want a town to disclose, in our own short words.</summary>
internal sealed class Catalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly FrozenDictionary<string, CatalogueEntry> _entries;

    private Catalogue(IReadOnlyList<CatalogueEntry> entries)
    {
        Entries = entries;
        _entries = entries.ToFrozenDictionary(entry => entry.Number);
    }

    public IReadOnlyList<CatalogueEntry> Entries { get; }

    public CatalogueEntry? Find(string number) => _entries.GetValueOrDefault(number);

    /// <exception cref="ConfigurationRefusedException">The file is missing or malformed, or has a number twice.</exception>
    public static Catalogue Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new Catalogue(JsonSerializer.Deserialize<List<CatalogueEntry>>(stream, Json) ?? []);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ConfigurationRefusedException(StaffTexts.SeedsBroken.With(path, exception.Message), exception);
        }
    }
}

/// <summary>One entry of the catalogue.</summary>
/// <param name="Number">Article and item: <c>20-7</c> is article 20 (七).</param>
/// <param name="Name">What belongs there, in few words.</param>
/// <param name="Examples">What that is in a town.</param>
internal sealed record CatalogueEntry(string Number, string Name, string Examples);
