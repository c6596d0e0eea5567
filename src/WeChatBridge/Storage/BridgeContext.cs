using Microsoft.EntityFrameworkCore;

namespace WeChatBridge.Storage;

/// <summary>
/// The one store of the product, whatever database holds it. It has no DbSet properties: <c>Set&lt;T&gt;()</c> names the type, so that a
/// feature that reaches over its border is seen in review and by the folder test.
/// </summary>
internal abstract class BridgeContext(DbContextOptions options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Comparisons of DateTimeOffset do not translate on SQLite; Unix milliseconds compare on both databases.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BridgeContext).Assembly);
}
