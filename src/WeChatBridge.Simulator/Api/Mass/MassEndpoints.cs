using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>message/mass/*: pushing to followers.</summary>
internal static class MassEndpoints
{
    private const int MostOpenIds = 10_000;
    private const int PerMinute = 60;

    public static readonly ApiEndpoint[] All =
    [
        Endpoint("sendall", SendAll, 100) with { MinuteLimit = PerMinute },
        Endpoint("send", SendToList, 100) with { MinuteLimit = PerMinute, Right = ApiRight.VerifiedService },
        Endpoint("preview", Preview, 100),
        Endpoint("delete", Delete, 10),
        Endpoint("get", Status, ApiEndpoint.UnpublishedDailyLimit),
    ];

    private static ApiEndpoint Endpoint(string name, Func<ApiCall, ApiAnswer> act, int dailyLimit) =>
        ApiEndpoint.Post($"/cgi-bin/message/mass/{name}", act) with { Right = ApiRight.Verified, DailyLimit = dailyLimit };

    private static ApiAnswer SendAll(ApiCall call)
    {
        var filter = call.Body.Object("filter");
        var audience = new MassAudience
        {
            Everybody = filter.Flag("is_to_all"),
            TagId = filter.Flag("is_to_all") ? null : filter.Number("tag_id") ?? 0,
        };
        return audience.TagId is { } tag && call.Account.Tags.Find(tag) is null ? ErrorCode.InvalidTag : Send(call, audience);
    }

    private static ApiAnswer SendToList(ApiCall call)
    {
        var openIds = call.Body.Texts("touser");
        return openIds.Count switch
        {
            < 2 => ErrorCode.TooFewOpenIds,
            > MostOpenIds => ErrorCode.InvalidParameter,
            _ => Send(call, new MassAudience { OpenIds = openIds }),
        };
    }

    private static ApiAnswer Send(ApiCall call, MassAudience audience)
    {
        if (MassContent.Read(call.Body, call.Account, out var code) is not { } content)
        {
            // A sent draft is gone; the platform still knows what was sent from it under this clientmsgid.
            return FindRepeated(call, call.Body.Text("clientmsgid")) ?? code;
        }

        var clientMessageId = ClientMessageId(call, audience, content);
        if (FindRepeated(call, clientMessageId) is { } repeated)
        {
            return repeated;
        }

        if (MassQuota.IsUsedUp(call.Account.Account, audience, call.Account.MassSends.All))
        {
            return ErrorCode.MassQuotaUsedUp;
        }

        var message = call.Account.MassSends.New(content, audience, clientMessageId, call.Body.Flag("send_ignore_reprint"));
        return call.Account.MassSends.RefuseByProtection(message) is not ErrorCode.Ok and var refusal
            ? refusal
            : Accepted(call.Account.MassSends.Accept(message));
    }

    private static string ClientMessageId(ApiCall call, MassAudience audience, MassContent content) =>
        call.Body.Text("clientmsgid") is { Length: > 0 } given ? given : $"{audience.Key} {content.Key}";

    private static ApiAnswer? FindRepeated(ApiCall call, string clientMessageId) =>
        Encoding.UTF8.GetByteCount(call.Body.Text("clientmsgid")) > ClientMessageIds.MostBytes ? ErrorCode.ClientMessageIdTooLong
        : call.Account.MassSends.ClientMessageIds.Find(clientMessageId, call.Account.MassSends.All, out var code) is not { } earlier ? null
        : code == ErrorCode.ClientMessageIdTooFast ? code
        : ApiAnswer.Refused(code, members: Numbers(earlier));

    private static ApiAnswer Accepted(MassMessage message) => ApiAnswer.Done(Numbers(message));

    private static JsonObject Numbers(MassMessage message)
    {
        var numbers = new JsonObject { ["msg_id"] = message.MessageId };
        if (message.MessageDataId != 0)
        {
            numbers["msg_data_id"] = message.MessageDataId;
        }

        return numbers;
    }

    private static ApiAnswer Preview(ApiCall call)
    {
        var (name, openId) = (call.Body.Text("towxname"), call.Body.Text("touser"));
        var person = name.Length > 0 ? call.Account.Account.FindByWeChatName(name) : call.Account.Account.FindFollower(openId);
        if (person is not { Follows: true })
        {
            return name.Length == 0 ? ErrorCode.InvalidOpenId : person is null ? ErrorCode.InvalidWeChatName : ErrorCode.FollowRequired;
        }

        if (MassContent.Read(call.Body, call.Account, out var code) is not { } content)
        {
            return code;
        }

        call.Account.MassSends.Preview(person, name.Length > 0 ? name : openId, content.Item);
        return ErrorCode.Ok;
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var url = call.Body.Text("url");
        var message = url.Length > 0
            ? call.Account.MassSends.All.FirstOrDefault(sent => sent.Articles.Where((_, i) => sent.Url(i) == url).Any())
            : Find(call);
        return message is { Status: MassStatus.Succeeded, IsFromWebsite: false, Articles.Count: > 0 }
            ? call.Account.MassSends.Delete(message, call.Body.Number("article_idx") ?? 0)
            : ErrorCode.InvalidMessageId;
    }

    private static ApiAnswer Status(ApiCall call) => Find(call) is { } message
        ? new JsonObject
        {
            ["msg_id"] = message.MessageId.ToString(CultureInfo.InvariantCulture),
            ["msg_status"] = message.Status switch
            {
                MassStatus.Sending => "SENDING",
                MassStatus.Succeeded => "SEND_SUCCESS",
                MassStatus.Failed => "SEND_FAIL",
                _ => "DELETE",
            },
        }
        : ErrorCode.InvalidMessageId;

    private static MassMessage? Find(ApiCall call) =>
        call.Body.Long("msg_id") is { } id && call.Account.MassSends.Find(id) is { IsFromWebsite: false } message ? message : null;
}
