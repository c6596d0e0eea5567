using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WeChatBridge.Storage;

/// <summary>Instants are stored as milliseconds since 1970-01-01T00:00Z; what is finer is lost, and the offset is always zero.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
