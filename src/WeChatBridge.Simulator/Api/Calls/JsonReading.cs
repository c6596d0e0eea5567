using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>Reads members the way the platform does: a number may come as text and text as a number, absent is empty.</summary>
internal static class JsonReading
{
    public static string Text(this JsonObject members, string name) => members[name] is JsonValue value
        ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()
        : "";

    public static int? Number(this JsonObject members, string name) =>
        int.TryParse(members.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? Long(this JsonObject members, string name) =>
        long.TryParse(members.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>True for <c>true</c> and 1, also written as text.</summary>
    public static bool Flag(this JsonObject members, string name) => members.Text(name) is "true" or "1";

    public static JsonObject Object(this JsonObject members, string name) => members[name] as JsonObject ?? [];

    public static IReadOnlyList<JsonObject> Objects(this JsonObject members, string name) =>
        members[name] is JsonArray items ? [.. items.OfType<JsonObject>()] : [];

    public static IReadOnlyList<string> Texts(this JsonObject members, string name) => members[name] is JsonArray items
        ? [.. items.OfType<JsonValue>().Where(item => item.GetValueKind() == JsonValueKind.String).Select(item => item.GetValue<string>())]
        : [];
}
