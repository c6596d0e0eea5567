using WeChatBridge.Storage;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Sending;

/// <summary>
/// For whose sake a message's pictures are brought to the platform: a sending, or a preview. Each writes its attempts down in its own way,
/// and a failure means something else to each.
/// </summary>
internal interface IUploads
{
    /// <summary>Makes the upload; null where it was not made. What a refusal or a lost answer means has been dealt with then.</summary>
    Task<ApiResult<T>?> UploadAsync<T>(PictureUpload<T> upload);

    /// <summary>A picture cannot be brought there at all.</summary>
    /// <param name="words">Which and why, in Chinese.</param>
    Task FailAsync(string words);
}

/// <summary>The upload of one picture.</summary>
/// <param name="Step">Which step it is.</param>
/// <param name="Target">The picture's hash.</param>
/// <param name="Send">The call itself.</param>
/// <param name="About">Which picture, in Chinese.</param>
/// <param name="Keep">Writes down what the platform calls it, in the commit of the attempt's ending.</param>
internal sealed record PictureUpload<T>(
    SendingStep Step, string Target, Func<Task<ApiResult<T>>> Send, string About, Func<BridgeContext, T, DateTimeOffset, Task> Keep);
