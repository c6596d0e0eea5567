namespace WeChatBridge.Simulator.Api;

/// <summary>The id that stands as sender in events no follower caused; real ones carry one of the platform's own.</summary>
internal static class PlatformSender
{
    public const string OpenId = "mphelper";
}
