using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeChatBridge.Simulator.Tests.Pages;

internal static class SimpleJson
{
    /// <summary>Chinese as it is: the platform takes escapes for text.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
