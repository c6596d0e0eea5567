using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Api;

/// <summary>How a call ended: done, certainly not done, or nobody can tell.</summary>
/// <remarks>
/// Nothing else happens: exceptions are for programming errors and for the caller's own cancellation. After such a cancellation
/// the outcome is unknown too.
/// </remarks>
/// <typeparam name="T">What the platform returns.</typeparam>
public abstract record ApiResult<T>
{
    private ApiResult()
    {
    }

    /// <summary>Turns each of the three endings into one value.</summary>
    /// <typeparam name="TResult">The value's type.</typeparam>
    /// <param name="done">The platform did it.</param>
    /// <param name="refused">It was certainly not done.</param>
    /// <param name="unknown">It may have been done.</param>
    public TResult Match<TResult>(Func<T, TResult> done, Func<ApiError, TResult> refused, Func<OutcomeUnknown, TResult> unknown)
        => this switch
        {
            Done result => done(result.Value),
            Refused result => refused(result.Error),
            OutcomeUnknown result => unknown(result),
            _ => throw new InvalidOperationException("The three endings are all there are."),
        };

    /// <summary>The platform did what was asked.</summary>
    /// <param name="Value">Its answer.</param>
    public sealed record Done(T Value) : ApiResult<T>;

    /// <summary>It was certainly not done: the platform declined, or the call never left this machine.</summary>
    /// <param name="Error">Why, and what a person should do.</param>
    public sealed record Refused(ApiError Error) : ApiResult<T>;

    /// <summary>Nobody can tell (结果未知): look it up, never repeat it on a guess. For a reading call simply: no answer.</summary>
    /// <param name="Reason">What went wrong on the way.</param>
    /// <param name="Detail">More for the log, in English; holds no secret.</param>
    public sealed record OutcomeUnknown(UnknownReason Reason, string Detail) : ApiResult<T>;
}
