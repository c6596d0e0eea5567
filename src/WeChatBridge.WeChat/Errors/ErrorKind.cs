namespace WeChatBridge.WeChat.Errors;

/// <summary>What a refusal means for whoever has to act on it; the code alone does not say.</summary>
public enum ErrorKind
{
    /// <summary>The platform sent a code that our table does not hold; the errmsg is all that is known.</summary>
    Unknown = 0,

    /// <summary>The platform is busy; the same call may succeed within seconds.</summary>
    Retryable,

    /// <summary>The call is right but comes too early or too often; repeat it after minutes or hours, not seconds.</summary>
    TryLater,

    /// <summary>The access_token is no longer valid; the client renews it by itself, a caller sees this only if that was no use.</summary>
    TokenExpired,

    /// <summary>AppID, AppSecret or authorisation are wrong; an administrator must correct the settings.</summary>
    CredentialsWrong,

    /// <summary>Our address is not on the account's IP whitelist; <see cref="ApiError.Address"/> names it.</summary>
    AddressNotAllowed,

    /// <summary>The account's administrator must confirm on the phone, or has just declined to.</summary>
    AwaitingConfirmation,

    /// <summary>A daily or monthly allowance is used up.</summary>
    QuotaExhausted,

    /// <summary>The account does not have this right (kind of account, verification, or withdrawn by the platform).</summary>
    RightMissing,

    /// <summary>The platform has blocked the account or the interface as a penalty.</summary>
    AccountRestricted,

    /// <summary>This follower cannot be written to now (window closed, allowance used, not a follower, refused by the follower).</summary>
    FollowerUnreachable,

    /// <summary>The platform objects to the content itself; a person must change it.</summary>
    ContentRejected,

    /// <summary>What the call refers to does not exist, or no longer does.</summary>
    NotFound,

    /// <summary>The act was already done by an earlier call; it must not be done again.</summary>
    AlreadyDone,

    /// <summary>The platform understood the call and declines it; repeating it unchanged is pointless.</summary>
    Refused,

    /// <summary>The call never left this machine: no connection, no token, or the circuit breaker is open. Nothing was done.</summary>
    NotSent,
}
