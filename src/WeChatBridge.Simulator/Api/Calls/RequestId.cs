using System.Globalization;
using System.Security.Cryptography;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>The rid the platform puts into every error: the second, in hexadecimal, and two random groups.</summary>
internal static class RequestId
{
    public static string Next(TimeProvider clock)
    {
        var second = clock.GetUtcNow().ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $"{second}-{Random()}-{Random()}";
    }

    private static string Random() => RandomNumberGenerator.GetHexString(8, lowercase: true);
}
