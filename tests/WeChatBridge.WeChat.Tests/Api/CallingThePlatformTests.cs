using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeChatBridge.WeChat.Tests.Api;

public sealed class CallingThePlatformTests
{
    private static readonly JsonSerializerOptions AsTheCallerSeesIt = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Recorded => [.. RecordedCall.Names];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task A_call_goes_out_and_comes_back_as_recorded(string name)
    {
        using var account = new OfficeAccount();
        var recorded = RecordedCall.Read(name);
        account.Platform.Answers(recorded.Path, recorded.Answer, contentType: recorded.ContentType);

        var end = await KnownCalls.All[name](account.Api);

        var seen = account.Platform.Calls.ShouldHaveSingleItem();
        Line(seen).ShouldBe(recorded.Request);
        Body(seen).ShouldBe(recorded.Body);
        seen.Token.ShouldBe("TOKEN-1");
        end.Value.ShouldNotBeNull(end.Result.ToString());
        JsonSerializer.Serialize(end.Value, AsTheCallerSeesIt).ShouldBe(recorded.Value);
    }

    [Fact]
    public void Every_call_is_recorded_and_every_record_is_called() => KnownCalls.All.Keys.Order().ShouldBe(RecordedCall.Names);

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task No_call_ever_writes_a_u_escape(string name)
    {
        using var account = new OfficeAccount();
        var recorded = RecordedCall.Read(name);
        account.Platform.Answers(recorded.Path, recorded.Answer, contentType: recorded.ContentType);

        await KnownCalls.All[name](account.Api);

        account.Platform.Seen.ShouldAllBe(request => !request.Text.Contains("\\u"));
    }

    private static string Line(SeenRequest seen) => $"{seen.Method} {seen.Path}{(seen.Query.Length > 0 ? "?" + seen.Query : "")}";

    private static string Body(SeenRequest seen)
    {
        var boundary = seen.ContentType?.Split("boundary=") is [_, var found] ? found : "BOUNDARY";
        return seen.Text.Replace(boundary, "BOUNDARY").Replace("\r\n", "\n").TrimEnd('\n');
    }
}
