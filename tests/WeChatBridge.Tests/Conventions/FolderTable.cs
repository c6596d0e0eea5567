namespace WeChatBridge.Tests.Conventions;

/// <summary>
/// Which folder of the product may use which other one. Storage, Texts, Outgoing (connections to strangers' addresses, which whoever makes
/// one must make this way) and the types of the root namespace are open to all; a name after the dot admits that one type only.
/// </summary>
internal static class FolderTable
{
    private static readonly string[] OpenToAll = ["Storage", "Texts", "Outgoing"];

    private static readonly string[] Features =
        ["Accounts", "Callbacks", "Answers", "Reports", "Inbox", "Articles", "Reviews", "Publishing", "Notices", "Staff", "Audit"];

    private static readonly Dictionary<string, string[]> Uses = new()
    {
        ["Accounts"] = ["Staff", "Audit", "Reviews"],
        ["Callbacks"] = ["Accounts", "Answers", "Inbox", "Publishing.PublicationOutcome"],
        ["Answers"] = ["Reports", "Accounts", "Inbox", "Staff", "Audit", "Reviews", "Notices"],
        ["Reports"] = ["Staff", "Audit", "Reviews"],
        ["Inbox"] = ["Accounts", "Staff", "Audit"],
        ["Articles"] =
        [
            "Reports", "Accounts", "Answers.UnansweredQuestion", "Reviews", "Staff", "Audit", "Publishing.ArticleDocument",
            "Publishing.DocumentFile", "Publishing.DocumentDisclosure", "Publishing.SendingAct",
        ],
        ["Reviews"] = ["Staff", "Audit"],
        // Who plans is told when nobody is there to examine what they plan; how, is for the reviews to say.
        ["Publishing"] = ["Reviews.Release", "Reviews.StaffingFinder", "Accounts", "Staff", "Audit"],
        ["Notices"] = ["Accounts", "Staff"],
        ["Staff"] = ["Audit"],
        ["Audit"] = [],
        ["Storage"] = [],
        ["Texts"] = [],
        ["Outgoing"] = [],
        ["Operations"] = Features,
        ["CommandLine"] = [.. Features, "Operations"],
        ["StaffPages"] = [.. Features, "Operations"],
        ["PublicPages"] = ["Reports", "Articles", "Publishing", "Answers", "Accounts"],
    };

    public static IReadOnlyCollection<string> Folders => Uses.Keys;

    /// <summary>Folders that act through desks only and never see the store itself.</summary>
    public static IReadOnlyCollection<string> WithoutContext { get; } = ["CommandLine", "StaffPages", "PublicPages"];

    /// <param name="from">The folder that uses.</param>
    /// <param name="to">The folder that is used.</param>
    /// <param name="type">The used type; null where only the folder is known.</param>
    public static bool MayUse(string from, string to, string? type) =>
        from == to || OpenToAll.Contains(to) || Uses[from].Contains(to) || Uses[from].Contains($"{to}.{type}")
        || (type is null && Uses[from].Any(used => used.StartsWith(to + ".", StringComparison.Ordinal)));

    public static string Describe(string from) =>
        Uses[from].Length == 0 ? "nothing but Storage, Texts and Outgoing" : $"Storage, Texts, Outgoing, {string.Join(", ", Uses[from])}";
}
