namespace WeChatBridge.WeChat.Api.Upload;

/// <summary>Builds the calls that carry a file.</summary>
internal static class FileCall
{
    /// <param name="path">The platform's path.</param>
    /// <param name="query">Query without access_token.</param>
    /// <param name="file">The file.</param>
    /// <param name="repeatable">Whether a second upload does no harm.</param>
    /// <param name="description">JSON of the field <c>description</c>, if any.</param>
    public static ApiCall Of(string path, string query, UploadFile file, bool repeatable, string? description = null)
    {
        // Read now: every repetition must begin where the caller's stream stood at the first.
        var start = file.Content.CanSeek ? file.Content.Position : 0;
        return new ApiCall(HttpMethod.Post, path)
        {
            Query = query,
            Content = () => new MultipartUpload(file, start, description),
            Repeatable = repeatable,
            Rewindable = file.Content.CanSeek,
            CarriesFile = true,
        };
    }
}
