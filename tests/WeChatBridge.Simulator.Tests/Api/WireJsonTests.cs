using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Tests.Api;

public class WireJsonTests
{
    [Fact]
    public void Any_text_survives_writing_and_reading()
    {
        Prop.ForAll<NonNull<string>>(text =>
        {
            var sendable = string.Concat(text.Get.EnumerateRunes());
            var written = ApiJson.Write(new JsonObject { ["text"] = sendable });

            return (string?)JsonNode.Parse(written)!["text"] == sendable
                && ApiJson.Parse(Encoding.UTF8.GetString(written))!.Text("text") == sendable;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("{\"a\":\"\\u4f60\"}", "\\u4f60")]
    [InlineData("{\"a\":\"\\\\u4f60\"}", "\\u4f60")]
    [InlineData("{\"a\":\"\\\\\\u4f60\"}", "\\\\u4f60")]
    [InlineData("{\"a\":\"\\u001f\\n\"}", "\u001f\n")]
    [InlineData("{\"a\":\"你\\/\\\"\"}", "你/\"")]
    public void An_escape_stays_as_written_unless_json_needs_it(string json, string read)
    {
        ApiJson.Parse(json)!.Text("a").ShouldBe(read);
    }

    [Fact]
    public void Every_code_has_words_of_its_own()
    {
        // 40164 is worded where the address is known; 0 is "ok".
        var worded = Enum.GetValues<ErrorCode>().Except([ErrorCode.Ok, ErrorCode.AddressNotListed]);

        worded.Select(ErrorTexts.Of).ShouldNotContain(ErrorTexts.Of((ErrorCode)1));
        worded.Select(ErrorTexts.Of).ShouldBeUnique();
    }
}
