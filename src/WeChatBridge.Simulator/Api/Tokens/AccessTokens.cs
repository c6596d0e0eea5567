using System.Security.Cryptography;
using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Tokens;

/// <summary>
/// The access tokens of one account: those of <c>/cgi-bin/token</c> and of <c>/cgi-bin/stable_token</c>, which never disturb each other.
/// </summary>
public sealed class AccessTokens(TimeProvider clock, Lock gate)
{
    private const int ForcedRefreshesPerDay = 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForcedRefreshPause = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IssuedToken> _known = [];
    private string? _plain;
    private string? _stable;
    private DateTimeOffset? _lastForced;
    private int _forcedToday;
    private int _issued;

    /// <summary>The newest token of the plain kind, for tests and the page.</summary>
    public IssuedToken? Plain
    {
        get
        {
            lock (gate)
            {
                return _plain is null ? null : _known[_plain];
            }
        }
    }

    /// <summary>The newest token of the stable kind, for tests and the page.</summary>
    public IssuedToken? Stable
    {
        get
        {
            lock (gate)
            {
                return _stable is null ? null : _known[_stable];
            }
        }
    }

    /// <summary>Kills every token at once, as a reset of the AppSecret would; the next call with one of them answers 40001.</summary>
    public void Invalidate()
    {
        lock (gate)
        {
            foreach (var token in _known.Keys.ToList())
            {
                Shorten(token, TimeSpan.Zero);
            }

            _plain = _stable = null;
        }
    }

    /// <summary>Always a new token; the one before it lives on for at most five minutes.</summary>
    internal IssuedToken IssuePlain()
    {
        if (_plain is not null)
        {
            Shorten(_plain, Overlap);
        }

        return Issue(out _plain);
    }

    /// <summary>The token in force, or a new one from five minutes before its end; the old one keeps its time.</summary>
    internal IssuedToken IssueStable(bool force)
    {
        if (force && Stable is not null && MayForce())
        {
            Shorten(_stable!, TimeSpan.Zero);
            return Issue(out _stable);
        }

        return Stable is { } current && current.ExpiresAt - clock.GetUtcNow() > Overlap ? current : Issue(out _stable);
    }

    internal bool Knows(string token)
    {
        lock (gate)
        {
            return _known.ContainsKey(token);
        }
    }

    internal ErrorCode Check(string token)
    {
        if (!_known.TryGetValue(token, out var issued))
        {
            return ErrorCode.InvalidCredential;
        }

        if (clock.GetUtcNow() < issued.ExpiresAt)
        {
            return ErrorCode.Ok;
        }

        // A token that ran its time is "expired"; one that another replaced is "not latest".
        return token == _plain || token == _stable ? ErrorCode.AccessTokenExpired : ErrorCode.InvalidCredential;
    }

    private bool MayForce()
    {
        var now = clock.GetUtcNow();
        var today = _lastForced?.BeijingDay() == now.BeijingDay() ? _forcedToday : 0;
        if (today >= ForcedRefreshesPerDay || now - _lastForced < ForcedRefreshPause)
        {
            return false;
        }

        _forcedToday = today + 1;
        _lastForced = now;
        return true;
    }

    private IssuedToken Issue(out string newest)
    {
        // Real tokens look like "76_" and some 130 characters; the platform asks for room for 512.
        var value = $"{++_issued}_{RandomNumberGenerator.GetHexString(128)}";
        var issued = new IssuedToken(value, clock.GetUtcNow() + Lifetime);
        _known.Add(value, issued);
        newest = value;
        return issued;
    }

    private void Shorten(string token, TimeSpan left)
    {
        var end = clock.GetUtcNow() + left;
        if (_known[token].ExpiresAt > end)
        {
            _known[token] = _known[token] with { ExpiresAt = end };
        }
    }
}
