using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>Reads a request's body the way the platform does.</summary>
internal static class ApiCallReader
{
    public static async Task<ApiCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var call = new ApiCall
        {
            Path = request.Path.Value ?? "",
            Query = request.Query,
            ClientAddress = Address(request.HttpContext.Connection.RemoteIpAddress),
        };
        if (!HttpMethods.IsPost(request.Method))
        {
            return call;
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await ReadFormAsync(call, request.Body, type.Boundary, cancellationToken)
                : await ReadJsonAsync(call, request, cancellationToken);
    }

    // A call inside one process has no address; it counts as coming from this machine.
    private static string Address(IPAddress? address)
    {
        address ??= IPAddress.Loopback;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    private static async Task<ApiCall> ReadJsonAsync(ApiCall call, HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        if (bytes.Length == 0)
        {
            return call with { BodyError = ErrorCode.EmptyPost };
        }

        if (ApiJson.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is not { } text)
        {
            return call with { BodyError = ErrorCode.NotUtf8, BodyText = $"({bytes.Length} bytes that are not UTF-8)" };
        }

        return ApiJson.Parse(text) is { } body
            ? call with { Body = body, BodyText = text }
            : call with { BodyError = ErrorCode.DataFormat, BodyText = text };
    }

    /// <summary>
    /// Tencent's multipart reader is known to take neither a quoted boundary nor unquoted names, both of which .NET's
    /// MultipartFormDataContent writes by default; such a form counts as one without a file (41005).
    /// </summary>
    private static async Task<ApiCall> ReadFormAsync(
        ApiCall call,
        Stream body,
        StringSegment boundary,
        CancellationToken cancellationToken)
    {
        if (!boundary.HasValue || boundary.Value.StartsWith('"'))
        {
            return call;
        }

        var reader = new MultipartReader(boundary.Value, body);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes, cancellationToken);
                call = WithPart(call, section.ContentDisposition ?? "", bytes.ToArray());
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return call with { BodyError = ErrorCode.DataFormat };
        }

        return call;
    }

    private static ApiCall WithPart(ApiCall call, string disposition, byte[] bytes)
    {
        if (disposition.Contains("name=\"media\"", StringComparison.Ordinal)
            && ContentDispositionHeaderValue.TryParse(disposition, out var parsed)
            && parsed.FileName is { Length: > 0 } fileName)
        {
            var file = new StoredFile(HeaderUtilities.RemoveQuotes(fileName).ToString(), bytes);
            return call with { Upload = file, BodyText = $"(file {file.Name}, {bytes.Length} bytes) {call.BodyText}".Trim() };
        }

        return disposition.Contains("name=\"description\"", StringComparison.Ordinal) && ApiJson.Decode(bytes) is { } text
            ? call with { Body = ApiJson.Parse(text) ?? new JsonObject(), BodyText = $"{call.BodyText} {text}".Trim() }
            : call;
    }
}
