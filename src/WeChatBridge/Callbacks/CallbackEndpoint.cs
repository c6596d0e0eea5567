using System.Diagnostics.Metrics;
using WeChatBridge.Accounts;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Callbacks;

/// <summary>
/// The door of the platform: <c>/callback/{account}</c>. GET is its check of the address, POST a message
/// (https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/message-push).
/// </summary>
internal sealed partial class CallbackEndpoint(
    AccountFinder accounts, MessageRouter router, TimeProvider clock, IMeterFactory meters, ILogger<CallbackEndpoint> logger)
{
    /// <summary>WeChat gives up after 5 s; a text that says so is better than its fault notice.</summary>
    public static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(4);

    private readonly Counter<long> _refused = meters.Create("WeChatBridge.Callbacks").CreateCounter<long>("callbacks.refused");

    public IResult Check(string account, HttpContext http)
    {
        var query = QueryOf(http.Request.Query);
        var refusal = Find(account, out var served) ?? CallbackGate.Check(served!.Keys!, query);
        return refusal is null ? Results.Text(query.EchoText) : Refuse(account, refusal.Value);
    }

    public async Task<IResult> ReceiveAsync(string account, HttpContext http)
    {
        var started = clock.GetTimestamp();
        if (Find(account, out var served) is { } refusal)
        {
            return Refuse(account, refusal);
        }

        if (await CallbackBody.ReadAsync(http.Request.Body, http.RequestAborted) is not { } body)
        {
            return Refuse(account, CallbackRefusal.TooLarge);
        }

        var passage = CallbackGate.Pass(served!.Keys!, QueryOf(http.Request.Query), body);
        if (passage.Refusal is { } notPassed)
        {
            return Refuse(account, notPassed);
        }

        var spent = clock.GetElapsedTime(started);
        var left = spent < AnswerDeadline ? AnswerDeadline - spent : TimeSpan.Zero;
        if (await AnswerAsync(served, passage.Message!, left) is not { } reply)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var bytes = CallbackGate.Seal(served.Keys!, passage, reply, clock.GetUtcNow());
        return Results.Bytes(bytes, reply is NoReply ? "text/plain" : "text/xml; charset=utf-8");
    }

    private CallbackRefusal? Find(string key, out ServedAccount? served)
    {
        served = accounts.Find(key);
        return served switch
        {
            null => CallbackRefusal.UnknownAccount,
            { Keys: null } => CallbackRefusal.NotConfigured,
            _ => null,
        };
    }

    /// <summary>Null where nothing was stored and nobody would read that: asked again, the platform tells the event once more.</summary>
    private async Task<PassiveReply?> AnswerAsync(ServedAccount account, InboundMessage message, TimeSpan left)
    {
        try
        {
            // Not the request's own token: WeChat hanging up must not undo what is being stored.
            return await router.RouteAsync(account, message, CancellationToken.None).WaitAsync(left, clock);
        }
        catch (TimeoutException)
        {
            LogLate(logger, account.Key);
            return Excuse(message, FollowerTexts.Holding);
        }
        catch (Exception exception) when (exception is InboundLogUnavailableException or TurnOvertakenException)
        {
            LogStorageGone(logger, exception, account.Key);
            return Excuse(message, FollowerTexts.StorageGone);
        }
#pragma warning disable CA1031 // The edge: whatever broke, somebody in danger is told whom to call.
        catch (Exception exception)
        {
            LogBroken(logger, exception, account.Key);
            return Excuse(message, FollowerTexts.StorageGone);
        }
#pragma warning restore CA1031
    }

    // Who left, a job that ended: a text would reach nobody, and what has to be done for it would be lost. Who tells of a danger hears whom
    // to call, whatever is broken here.
    private static TextReply? Excuse(InboundMessage message, string words) => message is UserMessage or MenuClickEvent or SubscribeEvent
        ? new TextReply(DangerRespondent.AnswerTo(Turn.WordsOf(message))?.Text ?? words)
        : null;

    private IResult Refuse(string account, CallbackRefusal refusal)
    {
        // The path is the sender's own words: only the name of a known account is worth a log line's place.
        var known = refusal == CallbackRefusal.UnknownAccount ? "?" : account;
        _refused.Add(1, new("account", known), new("reason", refusal.ToString()));
        LogRefused(logger, known, refusal);
        return Results.StatusCode(StatusOf(refusal));
    }

    private static int StatusOf(CallbackRefusal refusal) => refusal switch
    {
        CallbackRefusal.UnknownAccount => StatusCodes.Status404NotFound,
        CallbackRefusal.NotConfigured => StatusCodes.Status503ServiceUnavailable,
        CallbackRefusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        CallbackRefusal.NoEnvelope or CallbackRefusal.NotReadable => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status403Forbidden,
    };

    private static CallbackQuery QueryOf(IQueryCollection query) => new(
        query["signature"].ToString(),
        query["timestamp"].ToString(),
        query["nonce"].ToString(),
        query["echostr"].ToString(),
        query["encrypt_type"].ToString(),
        query["msg_signature"].ToString());

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a callback for {Account}: {Refusal}")]
    private static partial void LogRefused(ILogger logger, string account, CallbackRefusal refusal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer for {Account} was not ready in time; the holding text was sent")]
    private static partial void LogLate(ILogger logger, string account);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message for {Account} could not be stored; its follower was told to try again")]
    private static partial void LogStorageGone(ILogger logger, Exception exception, string account);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "A message for {Account} could not be answered: something is broken; its follower was told to try again")]
    private static partial void LogBroken(ILogger logger, Exception exception, string account);
}
