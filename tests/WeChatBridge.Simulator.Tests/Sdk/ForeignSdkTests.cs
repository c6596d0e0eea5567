using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Tests.Sdk;

/// <summary>What only we wrote on both sides proves little: an SDK of other people must be content with the simulator.</summary>
public class ForeignSdkTests(NodeSdk sdk) : IClassFixture<NodeSdk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_drafts_publishes_sends_and_makes_a_menu()
    {
        sdk.SkipIfMissing();
        await using var world = await SdkWorld.StartAsync();
        var follower = world.Account.Follower("oFollower-1");
        await follower.SendTextAsync("你好", Cancellation);

        var answers = await CallAsync(world, stable: true, FirstCalls());
        foreach (var (name, answer) in answers)
        {
            ((int?)answer!["errcode"] ?? 0).ShouldBe(0, $"{name} answered {answer}");
        }

        answers["draftGet"]!["news_item"]![0]!["title"]!.ToString().ShouldBe("防汛🌊通知");
        answers["uploadimg"]!["url"]!.ToString().ShouldStartWith("http://mmbiz.qpic.cn/");
        answers["menuGet"]!["menu"]!["button"]![0]!["name"]!.ToString().ShouldBe("留言");
        follower.Chat[^1].Text.ShouldBe("已收到🙂");

        world.Platform.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await CallAsync(world, stable: false, LaterCalls(answers));
        later["publishGet"]!["publish_status"]!.ToString().ShouldBe("0");
        later["massGet"]!["msg_status"]!.ToString().ShouldBe("SEND_SUCCESS");
        later["draftGone"]!["errcode"]!.ToString().ShouldBe("40007");
        follower.Chat[^1].Articles.ShouldHaveSingleItem().Title.ShouldBe("防汛🌊通知");
    }

    [Fact]
    public async Task It_opens_what_the_simulator_seals_and_the_simulator_opens_what_it_seals()
    {
        sdk.SkipIfMissing();
        await using var world = await SdkWorld.StartAsync();
        JsonNode? understood = null;
        world.Server.Answers = async (_, context, body) =>
        {
            var served = await ServeAsync(world, context, body, "请到便民大厅🌊办理");
            understood = served["message"];
            await context.Response.WriteAsync(served["response"]!.ToString(), Cancellation);
        };

        var report = await world.Account.Follower("oFollower-1").SendTextAsync("公积金怎么取？🙂", Cancellation);
        understood!["Content"]!.ToString().ShouldBe("公积金怎么取？🙂");
        understood["FromUserName"]!.ToString().ShouldBe("oFollower-1");
        report.ShownText.ShouldBe("请到便民大厅🌊办理");
        XElement.Parse(report.Attempts.Single().ResponseBody).Element("Encrypt").ShouldNotBeNull();
    }

    [Fact]
    public async Task It_refuses_a_message_sealed_for_somebody_else()
    {
        sdk.SkipIfMissing();
        await using var world = await SdkWorld.StartAsync();
        var settings = world.Account.Settings;
        var encrypted = new MessageSeal(settings.EncodingAesKey, "wx-somebody-else").Close("<xml><Content>x</Content></xml>");
        var signature = CallbackSignature.Of(settings.CallbackToken, "1700000000", "n", encrypted);
        var message = Message(
            $"/callback?timestamp=1700000000&nonce=n&encrypt_type=aes&msg_signature={signature}",
            $"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>",
            "x");

        var output = await sdk.RunAsync(Input(world, message));
        output["messages"]![0]!["refusal"]!.ToString().ShouldBe("Invalid appId.");
    }

    private static JsonArray FirstCalls() =>
    [
        Post("callbackCheck", "cgi-bin/callback/check", """{"action":"all","check_operator":"DEFAULT"}"""),
        Upload("uploadimg", "cgi-bin/media/uploadimg"),
        Upload("cover", "cgi-bin/material/add_material?type=image"),
        Post("draftAdd", "cgi-bin/draft/add", Draft("防汛🌊通知")),
        Post("draftGet", "cgi-bin/draft/get", """{"media_id":"{{draftAdd.media_id}}"}"""),
        Post("publish", "cgi-bin/freepublish/submit", """{"media_id":"{{draftAdd.media_id}}"}"""),
        Post("massDraft", "cgi-bin/draft/add", Draft("防汛🌊通知")),
        Post(
            "sendall",
            "cgi-bin/message/mass/sendall",
            """{"filter":{"is_to_all":true},"msgtype":"mpnews","mpnews":{"media_id":"{{massDraft.media_id}}"},"send_ignore_reprint":0}"""),
        Post("menuCreate", "cgi-bin/menu/create", """{"button":[{"type":"click","name":"留言","key":"LIUYAN"}]}"""),
        Get("menuGet", "cgi-bin/menu/get"),
        Post("custom", "cgi-bin/message/custom/send", """{"touser":"oFollower-1","msgtype":"text","text":{"content":"已收到🙂"}}"""),
        Get("menuDelete", "cgi-bin/menu/delete"),
    ];

    private static JsonArray LaterCalls(JsonObject first) =>
    [
        Post("publishGet", "cgi-bin/freepublish/get", $$"""{"publish_id":"{{first["publish"]!["publish_id"]}}"}"""),
        Post("massGet", "cgi-bin/message/mass/get", $$"""{"msg_id":"{{first["sendall"]!["msg_id"]}}"}"""),
        Post("draftGone", "cgi-bin/draft/get", $$"""{"media_id":"{{first["draftAdd"]!["media_id"]}}"}"""),
    ];

    private static string Draft(string title) =>
        $$$"""{"articles":[{"title":"{{{title}}}","content":"<p>汛期值守</p>","thumb_media_id":"{{cover.media_id}}"}]}""";

    private static JsonObject Get(string name, string path) => new() { ["name"] = name, ["method"] = "get", ["path"] = path };

    private static JsonObject Post(string name, string path, string json) =>
        new() { ["name"] = name, ["method"] = "post", ["path"] = path, ["json"] = JsonNode.Parse(json) };

    private static JsonObject Upload(string name, string path) => new()
    {
        ["name"] = name,
        ["method"] = "post",
        ["path"] = path,
        ["file"] = new JsonObject { ["name"] = "picture.jpg", ["base64"] = Convert.ToBase64String(Api.ApiWorld.Jpeg) },
    };

    private static JsonObject Message(string url, string body, string reply) => new() { ["url"] = url, ["body"] = body, ["reply"] = reply };

    private static JsonObject Input(SdkWorld world, JsonObject message) =>
        new() { ["account"] = world.Credentials(), ["messages"] = new JsonArray(message) };

    private async Task<JsonObject> CallAsync(SdkWorld world, bool stable, JsonArray calls)
    {
        var output = await sdk.RunAsync(new JsonObject { ["account"] = world.Credentials(stable), ["calls"] = calls });
        return output["answers"]!.AsObject();
    }

    private async Task<JsonNode> ServeAsync(SdkWorld world, HttpContext context, string body, string reply)
    {
        var url = context.Request.Path + context.Request.QueryString.ToString();
        var output = await sdk.RunAsync(Input(world, Message(url, body, reply)));
        return output["messages"]![0]!;
    }
}
