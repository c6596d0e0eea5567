using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>Whom a mass message is for: everybody, those with a tag, or a list.</summary>
public sealed record MassAudience
{
    public bool Everybody { get; init; }

    public int? TagId { get; init; }

    public IReadOnlyList<string> OpenIds { get; init; } = [];

    /// <summary>Those of the audience who follow the account now.</summary>
    internal IReadOnlyList<Follower> Among(PlatformAccount account)
    {
        var following = account.Followers.Where(follower => follower.Follows);
        return [.. Everybody ? following : following.Where(follower => Names(account).Contains(follower.OpenId))];
    }

    internal string Key => Everybody ? "all" : TagId is { } tag ? $"tag {tag}" : string.Join(',', OpenIds);

    private IReadOnlyCollection<string> Names(PlatformAccount account) =>
        TagId is { } tag ? account.Api.Tags.Find(tag)?.OpenIds ?? [] : OpenIds;
}
