using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChatBridge.Simulator.Pages;

/// <summary>How the page's addresses write JSON: Chinese as it is, kinds by name.</summary>
internal static class SimulatorJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The body as JSON, or null if it is not what is expected.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        // Only application/json: a page of another origin cannot send that without being asked first.
        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(Options, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IResult Refuse(string reason) =>
        Results.Json(new { error = reason }, Options, statusCode: StatusCodes.Status400BadRequest);
}
