using System.Text.Json;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Json;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Tokens;

/// <summary>
/// Holds one account's access_token: fetches it once for all callers, renews it early, replaces it only if it is still the one.
/// </summary>
/// <remarks>
/// One keeper per account. Several instances of a service share through <see cref="IAccessTokenStore"/>; <c>stable_token</c> gives them the
/// same token, so nobody's renewal breaks another's calls. The token is never fetched by force.
/// </remarks>
public sealed class AccessTokenKeeper : IDisposable
{
    /// <summary>
    /// The platform issues a new token from five minutes before the end of the old one, and both work until then. Asking a little
    /// later than that is sure to get the new one.
    /// </summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(4);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _appId;
    private readonly Func<string> _appSecret;
    private readonly IAccessTokenStore _store;
    private readonly TimeProvider _time;
    private readonly ApiTransport _transport;
    private readonly FailurePause _pause;
    private volatile AccessTokenLease? _current;

    /// <summary>Makes the keeper; calls nothing.</summary>
    /// <param name="options">The account and the limits.</param>
    /// <param name="appSecret">Gives the AppSecret; asked at every fetch, so that a reset secret needs no restart.</param>
    /// <param name="http">As for <see cref="WeChatApi"/>.</param>
    /// <param name="store">Where instances share the token.</param>
    /// <param name="time">The clock of expiry and pauses.</param>
    public AccessTokenKeeper(
        WeChatApiOptions options, Func<string> appSecret, HttpClient http, IAccessTokenStore store, TimeProvider time)
    {
        _appId = options.AppId;
        _appSecret = appSecret;
        _store = store;
        _time = time;
        _transport = new ApiTransport(options, http, time);
        _pause = new FailurePause(time);
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>
    /// The token to use now; fetched at most once however many callers wait. Whoever finds that the platform refuses it says so on its
    /// lease and asks again: it is replaced only if it is still the current one.
    /// </summary>
    internal async Task<ApiResult<AccessTokenLease>> CurrentAsync(CancellationToken cancellationToken)
    {
        // While one caller renews early, the others go on with the old token instead of queueing: both work until it ends.
        var renewing = _gate.CurrentCount == 0;
        if (_current is { IsRefused: false } current && (IsFresh(current.Token) || (renewing && IsUsable(current.Token))))
        {
            return new ApiResult<AccessTokenLease>.Done(current);
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await CurrentUnderGateAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<ApiResult<AccessTokenLease>> CurrentUnderGateAsync(CancellationToken cancellationToken)
    {
        // Whoever waited at the gate for somebody else's fetch is served here and need not read the store again.
        if (_current is { IsRefused: false } ours && IsFresh(ours.Token))
        {
            return new ApiResult<AccessTokenLease>.Done(ours);
        }

        var shared = await _store.ReadAsync(_appId, cancellationToken);
        if (shared is not null && IsUsable(shared) && shared.Value != _current?.Token.Value)
        {
            _current = new AccessTokenLease(shared);
        }

        return _current is { IsRefused: false } theirs && IsFresh(theirs.Token)
            ? new ApiResult<AccessTokenLease>.Done(theirs)
            : await FetchUnderGateAsync(cancellationToken);
    }

    private async Task<ApiResult<AccessTokenLease>> FetchUnderGateAsync(CancellationToken cancellationToken)
    {
        var result = _pause.Current ?? await AskPlatformAsync(cancellationToken);
        switch (result)
        {
            case ApiResult<AccessToken>.Done(var token):
                _pause.Clear();
                var lease = _current = new AccessTokenLease(token);
                await _store.WriteAsync(_appId, token, cancellationToken);
                return new ApiResult<AccessTokenLease>.Done(lease);

            // An early renewal may fail without harm: the token in hand works until its end.
            case var _ when _current is { IsRefused: false } inHand && IsUsable(inHand.Token):
                return new ApiResult<AccessTokenLease>.Done(inHand);

            case ApiResult<AccessToken>.Refused(var error):
                return new ApiResult<AccessTokenLease>.Refused(error);

            default:
                return new ApiResult<AccessTokenLease>.Refused(ApiError.NotSent($"no access_token: {result}"));
        }
    }

    private async Task<ApiResult<AccessToken>> AskPlatformAsync(CancellationToken cancellationToken)
    {
        var asked = _time.GetUtcNow();
        var attempt = await _transport.SendAsync(StableToken.Call(_appId, _appSecret()), token: null, cancellationToken);
        ApiResult<AccessToken> result = attempt switch
        {
            Attempt.Answered(_, { } error) => new ApiResult<AccessToken>.Refused(AboutTheSecret(error)),
            Attempt.Answered(var answer, _) => Read(answer, asked),
            Attempt.NotSent(var error) => new ApiResult<AccessToken>.Refused(error),
            Attempt.Lost(var reason, var detail) => new ApiResult<AccessToken>.OutcomeUnknown(reason, detail),
            _ => throw new InvalidOperationException($"No ending for {attempt.GetType()}."),
        };
        if (result is not ApiResult<AccessToken>.Done)
        {
            _pause.Failed(result);
        }

        return result;
    }

    private static ApiResult<AccessToken> Read(ApiAnswer answer, DateTimeOffset asked)
    {
        try
        {
            var issued = WireJson.Read<StableTokenAnswer>(answer.Body.Span);
            return new ApiResult<AccessToken>.Done(new AccessToken(issued.AccessToken, asked.AddSeconds(issued.ExpiresIn)));
        }
        catch (JsonException)
        {
            return new ApiResult<AccessToken>.OutcomeUnknown(UnknownReason.UnreadableAnswer, "not a token");
        }
    }

    /// <summary>40001 means an expired token everywhere but here, where no token is sent: here it means a wrong AppSecret.</summary>
    private static ApiError AboutTheSecret(ApiError error)
    {
        const int WrongSecret = 40125;
        return error.Kind is ErrorKind.TokenExpired
            ? error with { Kind = ErrorTable.Find(WrongSecret).Kind, Advice = ErrorTable.Find(WrongSecret).Advice }
            : error;
    }

    private bool IsFresh(AccessToken token) => token.ExpiresAt - RenewBefore > _time.GetUtcNow();

    private bool IsUsable(AccessToken token) => token.ExpiresAt > _time.GetUtcNow();
}
