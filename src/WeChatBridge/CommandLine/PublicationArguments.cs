using System.CommandLine;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Which versions go out as one message, in the order they are typed.</summary>
internal sealed class PublicationArguments
{
    private readonly Option<string[]> _subject = Many("--subject", "稿件，例如 article/12；几篇就写几次，先后就是排列的次序");
    private readonly Option<string[]> _version = Many("--version", "该稿件送审版本的散列（64 位），与 --subject 一一对应");

    public void AddTo(Command command)
    {
        command.Options.Add(_subject);
        command.Options.Add(_version);
    }

    /// <summary>None where none was typed.</summary>
    public Outcome<IReadOnlyList<PlannedVersion>> Read(ParseResult parsed)
    {
        var (subjects, versions) = (parsed.GetValue(_subject) ?? [], parsed.GetValue(_version) ?? []);
        return subjects.Length == versions.Length
            ? Outcome<IReadOnlyList<PlannedVersion>>.Done(
                [.. subjects.Zip(versions, (subject, version) => new PlannedVersion(subject, version.ToLowerInvariant()))])
            : Outcome<IReadOnlyList<PlannedVersion>>.Refused(PublishingTexts.VersionsUnpaired);
    }

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
