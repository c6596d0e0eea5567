using System.Net;
using System.Text.Json;
using WeChatBridge.WeChat.Api.Json;
using WeChatBridge.WeChat.Errors;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Api;

/// <summary>Makes one attempt at a call and says how it ended; the only place that touches the network.</summary>
internal sealed class ApiTransport(WeChatApiOptions options, HttpClient http, TimeProvider time)
{
    public async Task<Attempt> SendAsync(ApiCall call, AccessToken? token, CancellationToken cancellationToken)
    {
        var patience = call.CarriesFile || call.ReturnsFile ? options.FileTimeout : options.CallTimeout;
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ExchangeAsync(call, token, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Attempt.Lost(UnknownReason.TimedOut, "no complete answer in time");
        }
        catch (HttpRequestException failure) when (NeverLeft(failure.HttpRequestError))
        {
            return new Attempt.NotSent(ApiError.NotSent($"no connection ({failure.HttpRequestError})"));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new Attempt.Lost(UnknownReason.ConnectionLost, failure.GetType().Name);
        }
    }

    /// <summary>These four arise before the first byte of the request is written.</summary>
    private static bool NeverLeft(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private async Task<Attempt> ExchangeAsync(ApiCall call, AccessToken? token, CancellationToken cancellationToken)
    {
        using var request = NewRequest(call, token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (AccessTokenHandler.WasIgnored(request))
        {
            throw new InvalidOperationException($"The HttpClient lacks {nameof(AccessTokenHandler)}; the call went out without a token.");
        }

        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return new Attempt.Lost(UnknownReason.ServerError, $"HTTP {(int)response.StatusCode}");
        }

        var most = call.ReturnsFile ? options.MaxFileBytes : options.MaxAnswerBytes;
        return await BoundedBody.ReadAsync(response.Content, most, cancellationToken) is { } body
            ? Read(call, token, response, body)
            : new Attempt.Lost(UnknownReason.AnswerTooLarge, $"more than {most} bytes");
    }

    private HttpRequestMessage NewRequest(ApiCall call, AccessToken? token)
    {
        var query = call.Query.Length == 0 ? "" : "?" + call.Query;
        var root = options.BaseUrl.AbsoluteUri;
        var request = new HttpRequestMessage(call.Method, (root.EndsWith('/') ? root : root + "/") + call.Path + query)
        {
            Content = call.Content?.Invoke(),
        };
        if (token is not null)
        {
            AccessTokenHandler.Attach(request, token);
        }

        return request;
    }

    private static Attempt Read(ApiCall call, AccessToken? token, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var headers = response.Content.Headers;
        var answer = new ApiAnswer(
            headers.ContentType?.MediaType ?? "",
            headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"'),
            body);
        if (call.ReturnsFile && response.IsSuccessStatusCode && !answer.LooksLikeJson)
        {
            return new Attempt.Answered(answer, Error: null);
        }

        try
        {
            var envelope = WireJson.Read<Envelope>(body.Span);
            return envelope.Errcode == 0 && !response.IsSuccessStatusCode
                ? new Attempt.Lost(UnknownReason.UnreadableAnswer, $"HTTP {(int)response.StatusCode} without errcode")
                : new Attempt.Answered(answer, ErrorIn(envelope, call, token));
        }
        catch (JsonException)
        {
            return new Attempt.Lost(UnknownReason.UnreadableAnswer, $"HTTP {(int)response.StatusCode}, not JSON ({answer.ContentType})");
        }
    }

    private static ApiError? ErrorIn(Envelope envelope, ApiCall call, AccessToken? token)
    {
        if (envelope.Errcode == 0)
        {
            return null;
        }

        var message = Without(token?.Value, Without(call.Secret, envelope.Errmsg ?? ""));
        return ApiError.FromPlatform(envelope.Errcode, message);
    }

    private static string Without(string? secret, string text) => string.IsNullOrEmpty(secret) ? text : text.Replace(secret, "***");
}
