using Microsoft.EntityFrameworkCore;

namespace WeChatBridge.Storage;

/// <summary>The store in PostgreSQL: for several instances side by side.</summary>
internal sealed class PostgresBridgeContext(DbContextOptions<PostgresBridgeContext> options) : BridgeContext(options);
