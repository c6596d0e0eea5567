using System.Collections.Frozen;

namespace WeChatBridge.Search.Text;

/// <summary>Characters that are taken for one another in writing (形近字).</summary>
internal static class LookAlikes
{
    private static readonly FrozenDictionary<char, string> Groups = CharacterData.Lines("look-alikes")
        .SelectMany(group => group.Select(character => (character, group)))
        .GroupBy(entry => entry.character)
        .ToFrozenDictionary(entries => entries.Key, entries => string.Concat(entries.Select(entry => entry.group).Distinct()));

    /// <summary>The characters it is confused with, itself included; empty where none are known.</summary>
    public static string Of(char character) => Groups.GetValueOrDefault(character) ?? "";
}
