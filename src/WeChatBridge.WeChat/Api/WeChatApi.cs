using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using WeChatBridge.WeChat.Api.AutoReply;
using WeChatBridge.WeChat.Api.Basic;
using WeChatBridge.WeChat.Api.Comment;
using WeChatBridge.WeChat.Api.Custom;
using WeChatBridge.WeChat.Api.DataCube;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Api.Json;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Api.Material;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Menu;
using WeChatBridge.WeChat.Api.Tags;
using WeChatBridge.WeChat.Errors;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Api;

/// <summary>The platform's API for one official account (公众号). Safe for concurrent use; keep one per account.</summary>
/// <remarks>
/// Every call goes through one method and ends as an <see cref="ApiResult{T}"/>. Calls that only read, or may harmlessly happen
/// twice, are repeated after a lost connection, a time-out, HTTP 5xx or errcode -1, with jitter, behind a circuit breaker. All
/// others are sent once; whatever leaves doubt about them ends as unknown.
/// </remarks>
public sealed class WeChatApi
{
    private readonly ApiTransport _transport;
    private readonly AccessTokenKeeper _tokens;
    private readonly ResiliencePipeline<Attempt> _repeating;

    /// <summary>Makes the client; calls nothing.</summary>
    /// <param name="options">The account and the limits.</param>
    /// <param name="http">
    /// Ends in an <see cref="AccessTokenHandler"/>; accounts may share it. Its own <see cref="HttpClient.Timeout"/> should be infinite: the
    /// limits in <paramref name="options"/> hold, by <paramref name="time"/>.
    /// </param>
    /// <param name="tokens">The account's keeper of the access_token.</param>
    /// <param name="time">The clock of time limits, retries and the breaker.</param>
    public WeChatApi(WeChatApiOptions options, HttpClient http, AccessTokenKeeper tokens, TimeProvider time)
    {
        AppId = options.AppId;
        _transport = new ApiTransport(options, http, time);
        _tokens = tokens;
        _repeating = RepeatPipeline.Create(time);
        Basic = new BasicApi(this);
        AutoReply = new AutoReplyApi(this);
        Custom = new CustomApi(this);
        Draft = new DraftApi(this);
        FreePublish = new FreePublishApi(this);
        Mass = new MassApi(this);
        Media = new MediaApi(this);
        Material = new MaterialApi(this);
        Menu = new MenuApi(this);
        Tags = new TagsApi(this);
        Comment = new CommentApi(this);
        DataCube = new DataCubeApi(this);
    }

    /// <summary>The account's AppID.</summary>
    public string AppId { get; }

    /// <summary>Addresses, quotas and the network check.</summary>
    public BasicApi Basic { get; }

    /// <summary>The replies made on the website (自动回复).</summary>
    public AutoReplyApi AutoReply { get; }

    /// <summary>Messages to one follower (客服消息).</summary>
    public CustomApi Custom { get; }

    /// <summary>Drafts (草稿箱).</summary>
    public DraftApi Draft { get; }

    /// <summary>Publishing without notifying followers (发布).</summary>
    public FreePublishApi FreePublish { get; }

    /// <summary>Mass sending (群发).</summary>
    public MassApi Mass { get; }

    /// <summary>Temporary media and pictures for article bodies (临时素材).</summary>
    public MediaApi Media { get; }

    /// <summary>Permanent materials (永久素材).</summary>
    public MaterialApi Material { get; }

    /// <summary>Menus (自定义菜单).</summary>
    public MenuApi Menu { get; }

    /// <summary>Follower tags (标签).</summary>
    public TagsApi Tags { get; }

    /// <summary>Comments on articles (留言).</summary>
    public CommentApi Comment { get; }

    /// <summary>Statistics (数据统计).</summary>
    public DataCubeApi DataCube { get; }

    internal Task<ApiResult<T>> GetAsync<T>(string path, CancellationToken cancellationToken)
        => SendAsync<T>(new ApiCall(HttpMethod.Get, path) { Repeatable = true }, cancellationToken);

    /// <summary>Posts a call that only reads, or may harmlessly happen twice.</summary>
    internal Task<ApiResult<T>> PostRepeatablyAsync<TBody, T>(string path, TBody body, CancellationToken cancellationToken)
        => SendAsync<T>(
            new ApiCall(HttpMethod.Post, path) { Content = () => WireJson.Content(body), Repeatable = true }, cancellationToken);

    /// <summary>Posts a call that must not happen twice.</summary>
    internal Task<ApiResult<T>> PostOnceAsync<TBody, T>(string path, TBody body, CancellationToken cancellationToken)
        => SendAsync<T>(new ApiCall(HttpMethod.Post, path) { Content = () => WireJson.Content(body) }, cancellationToken);

    internal Task<ApiResult<T>> SendAsync<T>(ApiCall call, CancellationToken cancellationToken)
        => SendAsync(call, static answer => WireJson.Read<T>(answer.Body.Span), cancellationToken);

    /// <summary>The one way out: every call of every group comes through here.</summary>
    internal async Task<ApiResult<T>> SendAsync<T>(ApiCall call, Func<ApiAnswer, T> read, CancellationToken cancellationToken)
    {
        var attempt = call is { Repeatable: true, Rewindable: true }
            ? await RepeatAsync(call, cancellationToken)
            : await AttemptAsync(call, cancellationToken);
        return attempt switch
        {
            Attempt.Lost(var reason, var detail) => new ApiResult<T>.OutcomeUnknown(reason, detail),
            Attempt.NotSent(var error) => new ApiResult<T>.Refused(error),
            Attempt.Answered(_, { Kind: ErrorKind.Retryable } error) when !call.Repeatable
                => new ApiResult<T>.OutcomeUnknown(UnknownReason.PlatformBusy, error.ToString()),
            Attempt.Answered(var answer, { } error) when error.Code == call.AnsweringCode && Decode(answer, read) is ApiResult<T>.Done done
                => done,
            Attempt.Answered(_, { } error) => new ApiResult<T>.Refused(error),
            Attempt.Answered(var answer, _) => Decode(answer, read),
            _ => throw new InvalidOperationException($"No ending for {attempt.GetType()}."),
        };
    }

    private async Task<Attempt> RepeatAsync(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await _repeating.ExecuteAsync(
                static async (state, token) => await state.Api.AttemptAsync(state.Call, token), (Api: this, Call: call), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new Attempt.NotSent(ApiError.NotSent("circuit breaker open after repeated failures"));
        }
    }

    private async Task<Attempt> AttemptAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var lease = await _tokens.CurrentAsync(cancellationToken);
        var attempt = await SendWithAsync(lease, call, cancellationToken);
        if (attempt is not Attempt.Answered(_, { Kind: ErrorKind.TokenExpired })
            || lease is not ApiResult<AccessTokenLease>.Done(var refused))
        {
            return attempt;
        }

        refused.Refuse();

        // Once more even for a call that must not happen twice: the platform refused it before acting.
        return call.Rewindable
            ? await SendWithAsync(await _tokens.CurrentAsync(cancellationToken), call, cancellationToken)
            : attempt;
    }

    private async Task<Attempt> SendWithAsync(ApiResult<AccessTokenLease> lease, ApiCall call, CancellationToken cancellationToken)
        => lease switch
        {
            ApiResult<AccessTokenLease>.Done(var current) => await _transport.SendAsync(call, current.Token, cancellationToken),
            ApiResult<AccessTokenLease>.Refused(var error) => new Attempt.NotSent(error),
            _ => throw new InvalidOperationException("A token is in hand or refused."),
        };

    private static ApiResult<T> Decode<T>(ApiAnswer answer, Func<ApiAnswer, T> read)
    {
        try
        {
            return new ApiResult<T>.Done(read(answer));
        }
        catch (JsonException)
        {
            return new ApiResult<T>.OutcomeUnknown(UnknownReason.UnreadableAnswer, $"not a {typeof(T).Name}");
        }
    }
}
