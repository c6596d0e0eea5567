using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

/// <summary>How a test expects a call to end.</summary>
internal static class Endings
{
    /// <summary>What the call returned; fails if it was not done.</summary>
    public static async Task<T> DoneAsync<T>(Task<ApiResult<T>> call)
    {
        var result = await call;
        return result is ApiResult<T>.Done done ? done.Value : throw new ShouldAssertException($"Not done: {result}");
    }

    /// <summary>Why the call was refused; fails if it was not.</summary>
    public static async Task<ApiError> RefusedAsync<T>(Task<ApiResult<T>> call)
    {
        var result = await call;
        return result is ApiResult<T>.Refused refused ? refused.Error : throw new ShouldAssertException($"Not refused: {result}");
    }
}
