using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Tests.Callbacks;

namespace WeChatBridge.WeChat.Tests.Inbound;

public class ReadingMessagesTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Pushes => [.. Payloads.In("inbound", "*.xml")];

    [Theory]
    [MemberData(nameof(Pushes))]
    public void Each_push_of_the_platform_is_read_as_its_golden_file_says(string payload)
    {
        var reading = InboundXml.Read(Payloads.Bytes(payload));

        reading.Refusal.ShouldBeNull();
        Written(reading.Message!).ShouldBe(File.ReadAllText(Payloads.PathOf(Path.ChangeExtension(payload, ".json"))));
    }

    private static string Written(InboundMessage message)
    {
        var fields = JsonSerializer.SerializeToNode(message, message.GetType(), Json)!.AsObject();
        foreach (var grouped in new[] { "Header", "Identity", "Trigger", "DeliveryKey" })
        {
            fields.Remove(grouped);
        }

        var written = new JsonObject { ["is"] = message.GetType().Name };
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            written[name] = value!.DeepClone();
        }

        return written.ToJsonString(Json) + "\n";
    }
}
