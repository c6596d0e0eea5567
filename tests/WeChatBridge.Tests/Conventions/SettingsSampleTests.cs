using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using WeChatBridge.Accounts;

namespace WeChatBridge.Tests.Conventions;

/// <summary>appsettings.sample.json is what an installer copies: it must name every setting and nothing else.</summary>
public sealed class SettingsSampleTests
{
    private const string Sample = "appsettings.sample.json";

    // Read by the web host itself.
    private static readonly string[] HostSettings = ["Urls"];

    // Sections whose children are named by the installer: one record for each.
    private static readonly string[] KeyedSections = [AccountOptions.Section];

    private static readonly IReadOnlyList<Type> OptionTypes =
        [.. typeof(BridgeHost).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))];

    private static readonly IReadOnlyDictionary<string, Type> Sections =
        OptionTypes.Where(type => SectionOf(type) is not null).ToDictionary(type => SectionOf(type)!);

    private static readonly JsonElement Root = JsonDocument.Parse(
        Repository.Read(Sample), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    [Fact]
    public void The_sample_binds_with_unknown_settings_forbidden()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, Sample)).Build();

        Should.NotThrow(() => AccountBook.Read(configuration));
        foreach (var (section, type) in Sections.Where(section => !KeyedSections.Contains(section.Key)))
        {
            Should.NotThrow(() => Bind(configuration.GetSection(section), type));
        }
    }

    [Fact]
    public void The_sample_has_no_section_that_nobody_reads() =>
        Root.EnumerateObject().Select(section => section.Name).Except(Sections.Keys).Except(HostSettings).ShouldBeEmpty();

    [Fact]
    public void The_sample_names_every_setting() => Sections
        .SelectMany(section => MissingIn(Find(Root, section.Key), section.Key, section.Value))
        .ShouldBeEmpty("Add it to the sample, with a comment in Chinese that says what to write there.");

    [Fact]
    public void Every_options_record_is_a_section_or_a_part_of_one() => OptionTypes
        .Where(type => SectionOf(type) is null && !OptionTypes.SelectMany(SettingsOf).Any(setting => setting.PropertyType == type))
        .ShouldBeEmpty("Give it a constant named Section, so that this test finds its settings.");

    private static IEnumerable<string> MissingIn(JsonElement? found, string path, Type type)
    {
        if (found is not { } value)
        {
            return [path];
        }

        if (!OptionTypes.Contains(type))
        {
            return [];
        }

        return KeyedSections.Contains(path)
            ? value.EnumerateObject().SelectMany(child => MissingSettings(child.Value, $"{path}:{child.Name}", type))
            : MissingSettings(value, path, type);
    }

    private static IEnumerable<string> MissingSettings(JsonElement section, string path, Type type) =>
        SettingsOf(type).SelectMany(setting => MissingIn(Find(section, setting.Name), $"{path}:{setting.Name}", setting.PropertyType));

    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    private static IEnumerable<PropertyInfo> SettingsOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static string? SectionOf(Type type) => (string?)type.GetField("Section")?.GetRawConstantValue();

    private static object? Bind(IConfigurationSection section, Type type) => typeof(StrictBinding).GetMethod(nameof(StrictBinding.Bind))!
        .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [section], null);
}
