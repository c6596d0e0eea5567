using Microsoft.EntityFrameworkCore;

namespace WeChatBridge.Storage;

/// <summary>The store in one SQLite file: the default, for an office with one machine.</summary>
internal sealed class SqliteBridgeContext(DbContextOptions<SqliteBridgeContext> options) : BridgeContext(options);
