using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Sending;

/// <summary>What is written down of an answer of the platform: as JSON, for whoever has to prove it later.</summary>
internal static class AttemptAnswer
{
    /// <summary>Of an attempt whose worker was gone before the answer came.</summary>
    public const string NeverEnded = """{"reason":"begun and never ended"}""";

    private const int Longest = 4000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static (AttemptOutcome Outcome, int? Code, string Answer) Of<T>(ApiResult<T> result, Func<T, object>? told) => result switch
    {
        ApiResult<T>.Done(var value) => (AttemptOutcome.Done, null, Write(told?.Invoke(value) ?? value!)),
        ApiResult<T>.Refused(var error) => (AttemptOutcome.Refused, error.Code, Write(new { error.Kind, error.Message })),
        ApiResult<T>.OutcomeUnknown(var reason, var detail) => (AttemptOutcome.Unknown, null, Write(new { reason, detail })),
        _ => throw new InvalidOperationException("The three endings are all there are."),
    };

    private static string Write(object answer) => JsonSerializer.Serialize(answer, answer.GetType(), Json) is var text && text.Length > Longest
        ? text[..Longest]
        : text;
}
