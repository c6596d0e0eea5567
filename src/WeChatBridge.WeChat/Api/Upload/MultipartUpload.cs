using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WeChatBridge.WeChat.Api.Upload;

/// <summary>The form a file travels in: field <c>media</c>, and for videos a second field <c>description</c>.</summary>
/// <remarks>
/// Own writer, because the framework's encodes Chinese file names by RFC 2047 and adds <c>filename*</c>, which the platform does not read.
/// Names go out as browsers send them: raw UTF-8, with quotes and line breaks percent-encoded
/// (<see href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data"/>).
/// </remarks>
internal sealed class MultipartUpload : HttpContent
{
    private readonly UploadFile _file;
    private readonly long _start;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    /// <param name="file">The file.</param>
    /// <param name="start">Where the file begins in its stream; 0 for one that cannot seek.</param>
    /// <param name="description">JSON of the field <c>description</c>, if any.</param>
    public MultipartUpload(UploadFile file, long start, string? description = null)
    {
        var boundary = "----WeChatBridge" + Guid.NewGuid().ToString("N");
        _file = file;
        _start = start;
        _head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{Quoted(file.FileName)}\"\r\n"
            + $"Content-Type: {MediaTypeHeaderValue.Parse(file.ContentType)}\r\n\r\n");
        _tail = Encoding.UTF8.GetBytes(
            (description is null ? "" : $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n{description}")
            + $"\r\n--{boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_file.Content.CanSeek)
        {
            _file.Content.Position = _start;
        }

        await stream.WriteAsync(_head, cancellationToken);
        await _file.Content.CopyToAsync(stream, cancellationToken);
        await stream.WriteAsync(_tail, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Content.CanSeek ? _head.Length + (_file.Content.Length - _start) + _tail.Length : 0;
        return _file.Content.CanSeek;
    }

    private static string Quoted(string fileName) => fileName.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
}
