using System.Net;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.WeChat.Tests.Api;

/// <summary>What can go wrong on the way, by name, and how a call that was sent once must then end.</summary>
internal static class Faults
{
    public static IReadOnlyDictionary<string, (Action<PlatformDouble, string> Happens, UnknownReason Ends)> Doubtful { get; }
        = new Dictionary<string, (Action<PlatformDouble, string>, UnknownReason)>
        {
            ["busy"] = (
                (platform, path) => platform.Answers(path, """{"errcode":-1,"errmsg":"system error"}"""), UnknownReason.PlatformBusy),
            ["bad gateway"] = ((platform, path) => platform.Answers(path, "<html>", HttpStatusCode.BadGateway), UnknownReason.ServerError),
            ["error page with JSON"] = (
                (platform, path) => platform.Answers(path, """{"errcode":40007}""", HttpStatusCode.ServiceUnavailable),
                UnknownReason.ServerError),
            ["not JSON"] = ((platform, path) => platform.Answers(path, "<html>"), UnknownReason.UnreadableAnswer),
            ["connection reset"] = (
                (platform, path) => platform.Fails(path, new HttpRequestException(HttpRequestError.ResponseEnded)),
                UnknownReason.ConnectionLost),
            ["stream broken"] = ((platform, path) => platform.Fails(path, new IOException("broken")), UnknownReason.ConnectionLost),
            ["client timed out"] = ((platform, path) => platform.Fails(path, new TaskCanceledException()), UnknownReason.TimedOut),
        };

    public static IReadOnlyList<HttpRequestError> BeforeSending { get; } =
    [
        HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError,
        HttpRequestError.ProxyTunnelError,
    ];
}
