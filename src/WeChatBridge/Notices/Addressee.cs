using WeChatBridge.Staff;

namespace WeChatBridge.Notices;

/// <summary>For whom a notice is: everybody who holds a permission in the account, or these persons and nobody else.</summary>
internal sealed record Addressee
{
    private Addressee(Permission? permission, IReadOnlyList<string> names)
    {
        Permission = permission;
        Names = names;
    }

    /// <summary>Null where persons are named.</summary>
    public Permission? Permission { get; }

    /// <summary>Sign-in names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public static Addressee Holding(Permission permission) => new(permission, []);

    /// <summary>These persons; where none is left, who holds the permission instead: a notice that nobody sees tells nobody.</summary>
    public static Addressee Named(IEnumerable<string> names, Permission otherwise) =>
        names.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } named ? new(null, named) : Holding(otherwise);
}

/// <summary>A notice as the present state calls for it.</summary>
/// <param name="AccountKey">The official account concerned.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="SubjectKey">Of what; of a kind and subject there is one open notice.</param>
/// <param name="For">Who is told.</param>
/// <param name="Text">The sentence they read.</param>
internal sealed record WantedNotice(string AccountKey, NoticeKind Kind, string SubjectKey, Addressee For, string Text);
