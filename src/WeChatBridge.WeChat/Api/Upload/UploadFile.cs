namespace WeChatBridge.WeChat.Api.Upload;

/// <summary>A file to upload, read while it is sent; it is never held in memory as a whole.</summary>
/// <remarks>
/// The stream is read from where it stands and stays open. One that can seek tells its length and is rewound for a repetition; one that
/// cannot is sent once, in chunks, and a call that fails with it is not repeated.
/// </remarks>
/// <param name="Content">The bytes, from the stream's present position to its end.</param>
/// <param name="FileName">Name with extension; the platform judges the type by the extension. Chinese is fine.</param>
/// <param name="ContentType">Media type, e.g. <c>image/png</c>.</param>
public sealed record UploadFile(Stream Content, string FileName, string ContentType);
