using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeChatBridge.Answers.Rules;

/// <summary>The replies the platform's website gave, as one set that takes effect by one confirmation (沿用原设置).</summary>
/// <param name="Rules">Each rule's content, in the form the rule itself is stored in.</param>
/// <param name="Welcome">What new followers were greeted with; empty where nothing was set.</param>
/// <param name="NotFound">What any other message was answered with; empty where nothing was set.</param>
internal sealed record WebsiteSet(IReadOnlyDictionary<long, string> Rules, string Welcome, string NotFound)
{
    public const string Subject = "website";

    public static readonly WebsiteSet None = new(new Dictionary<long, string>(), "", "");

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToText() => JsonSerializer.Serialize(this, Json);

    public static WebsiteSet Read(string text) => JsonSerializer.Deserialize<WebsiteSet>(text, Json) ?? None;
}
