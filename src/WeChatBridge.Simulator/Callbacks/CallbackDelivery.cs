using System.Diagnostics.CodeAnalysis;
using System.Text;
using WeChatBridge.Simulator.Followers;

namespace WeChatBridge.Simulator.Callbacks;

/// <summary>
/// Brings a message to the account's callback as the platform does: signed, sealed as the account is set, and, while no answer
/// comes, twice more after five seconds each (被动回复: 五秒内收不到响应会断掉连接，并且重新发起请求，总共重试三次).
/// </summary>
public sealed class CallbackDelivery : IDisposable
{
    public const int MostAttempts = 3;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int LongestAnswer = 1024 * 1024;

    private readonly PlatformClock _clock;
    private readonly Ledger _ledger;
    private readonly HttpClient _client;

    internal CallbackDelivery(PlatformClock clock, Ledger ledger, Func<HttpMessageHandler>? handler)
    {
        _clock = clock;
        _ledger = ledger;
        _client = new HttpClient(handler?.Invoke() ?? new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            // The five seconds run on the platform's clock instead.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <summary>Delivers, repeats as needed, and reads the answer; every attempt is entered in the ledger.</summary>
    public async Task<DeliveryReport> DeliverAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        var attempts = new List<DeliveryAttempt>();
        while (true)
        {
            var (attempt, shown) = await TryAsync(message, Deviation.None, attempts.Count + 1, cancellationToken);
            attempts.Add(attempt);
            if (attempt.IsFinal || attempts.Count == MostAttempts)
            {
                return new DeliveryReport(message, attempts, shown ?? FaultNotice(message, attempt));
            }

            var wait = attempt.StartedAt + Patience - _clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _clock, cancellationToken);
            }
        }
    }

    /// <summary>Sends once what the platform itself would never send; nobody's phone shows the answer.</summary>
    public async Task<DeliveryReport> ProbeAsync(CallbackMessage message, Deviation deviation, CancellationToken cancellationToken)
    {
        var (attempt, shown) = await TryAsync(message, deviation, 1, cancellationToken);
        return new DeliveryReport(message, [attempt], shown);
    }

    /// <summary>Asks the callback to echo, as the platform does when 服务器配置 is saved (接入指引); in clear in every mode.</summary>
    public async Task<DeliveryAttempt> CheckAddressAsync(PlatformAccount account, CancellationToken cancellationToken)
    {
        var (url, echo) = CallbackEnvelope.Check(account.Settings, _clock.GetUtcNow());
        var attempt = new DeliveryAttempt { Number = 1, StartedAt = _clock.GetUtcNow(), Url = url, RequestBody = "", ClearXml = "" };
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var (status, body, failure) = await SendAsync(request, cancellationToken);
        attempt = attempt with
        {
            StatusCode = failure is null ? status : null,
            ResponseBody = body,
            Verdict = failure ?? (status != StatusCodes.Status200OK ? AttemptVerdict.Refused
                : body == echo ? AttemptVerdict.Answered
                : AttemptVerdict.Unusable),
            Detail = failure is null && body != echo ? "没有原样返回 echostr" : "",
        };
        Enter(account, null, LedgerKinds.Check, "check", attempt);
        return attempt;
    }

    public void Dispose() => _client.Dispose();

    private async Task<(DeliveryAttempt Attempt, ChatItem? Shown)> TryAsync(
        CallbackMessage message,
        Deviation deviation,
        int number,
        CancellationToken cancellationToken)
    {
        var envelope = CallbackEnvelope.Of(message, deviation, _clock.GetUtcNow());
        var attempt = new DeliveryAttempt
        {
            Number = number,
            StartedAt = _clock.GetUtcNow(),
            Url = envelope.Url,
            RequestBody = envelope.Body,
            ClearXml = envelope.ClearXml,
        };
        ChatItem? shown = null;
        var (status, body, failure) = await PostAsync(envelope, cancellationToken);
        if (failure is { } verdict)
        {
            attempt = attempt with { Verdict = verdict };
        }
        else if (status != StatusCodes.Status200OK)
        {
            attempt = attempt with { StatusCode = status, ResponseBody = body, Verdict = AttemptVerdict.Refused };
        }
        else
        {
            var reply = CallbackReply.Read(message, deviation.Mode, body);
            shown = reply.Shown;
            attempt = attempt with
            {
                StatusCode = status,
                ResponseBody = body,
                OpenedReply = reply.ClearXml,
                Verdict = reply.Verdict,
                Detail = reply.Detail,
            };
        }

        var kind = deviation != Deviation.None ? LedgerKinds.Probe : message.IsEvent ? LedgerKinds.Event : LedgerKinds.Message;
        Enter(message.Account, message.FromUserName, kind, message.Kind, attempt);
        return (attempt, shown);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes its content.")]
    private async Task<(int Status, string Body, AttemptVerdict? Failure)> PostAsync(
        CallbackEnvelope envelope,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, envelope.Url)
        {
            Content = new StringContent(envelope.Body, Encoding.UTF8, "text/xml"),
        };
        return await SendAsync(request, cancellationToken);
    }

    private async Task<(int Status, string Body, AttemptVerdict? Failure)> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_clock.PatienceFor(Patience), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await _client.SendAsync(request, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            return ((int)response.StatusCode, Encoding.UTF8.GetString(bytes), null);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (0, "", AttemptVerdict.TimedOut);
        }
        // A test server reports an aborted request as cancelled, though nobody here cancelled it.
        catch (Exception broken) when (broken is HttpRequestException or IOException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (0, "", AttemptVerdict.Unreachable);
        }
    }

    private ChatItem? FaultNotice(CallbackMessage message, DeliveryAttempt last) =>
        last.Verdict is AttemptVerdict.Answered or AttemptVerdict.NothingToSay || !message.AwaitsReply
            ? null
            : new ChatItem
            {
                Side = ChatSide.Platform,
                Kind = ChatKinds.Notice,
                Text = DeliveryReport.FaultNotice,
                At = _clock.GetUtcNow(),
            };

    private void Enter(PlatformAccount account, string? follower, string kind, string summary, DeliveryAttempt attempt) =>
        _ledger.Append(new LedgerEntry
        {
            Account = account.Settings.Key,
            Follower = follower,
            Direction = LedgerDirection.Sent,
            Kind = kind,
            Path = attempt.Url.AbsolutePath,
            Summary = $"{summary} #{attempt.Number}",
            RequestBody = attempt.RequestBody,
            ResponseBody = attempt.ResponseBody,
            Outcome = attempt.StatusCode is { } status ? $"{status} {attempt.Verdict}" : attempt.Verdict.ToString(),
            Attempt = attempt,
        });
}
