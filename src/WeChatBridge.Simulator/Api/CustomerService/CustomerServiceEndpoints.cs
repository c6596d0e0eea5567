using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Api.CustomerService;

/// <summary>message/custom: messages to one follower, and "is typing".</summary>
internal static class CustomerServiceEndpoints
{
    public static readonly ApiEndpoint[] All =
    [
        ApiEndpoint.Post("/cgi-bin/message/custom/send", Send) with { Right = ApiRight.Verified, DailyLimit = 500_000 },
        ApiEndpoint.Post("/cgi-bin/message/custom/typing", Type) with { Right = ApiRight.Verified },
    ];

    private static ApiAnswer Send(ApiCall call)
    {
        if (FindFollower(call) is not { } follower)
        {
            return ErrorCode.InvalidOpenId;
        }

        var code = CustomerMessageContent.Read(call.Body, call.Account, out var item);
        return code == ErrorCode.Ok ? call.Account.CustomerMessages.Send(follower, item) : code;
    }

    private static ApiAnswer Type(ApiCall call)
    {
        if (FindFollower(call) is not { } follower)
        {
            return ErrorCode.InvalidOpenId;
        }

        switch (call.Body.Text("command"))
        {
            case "Typing":
                return call.Account.CustomerMessages.Type(follower);
            case "CancelTyping":
                call.Account.CustomerMessages.StopTyping(follower);
                return ErrorCode.Ok;
            default:
                return ErrorCode.InvalidTypingCommand;
        }
    }

    private static Follower? FindFollower(ApiCall call) => call.Account.Account.FindFollower(call.Body.Text("touser"));
}
