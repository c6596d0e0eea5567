using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Staff.Bindings;

/// <summary>
/// How often a follower has typed a wrong code of late. It knows the follower by a hash alone, outlives leaving and coming back, and is
/// gone after an hour.
/// </summary>
internal sealed class BindingFailures
{
    /// <summary>After so many no code is taken for <see cref="Waiting"/>.</summary>
    public const int Allowed = 5;

    public static readonly TimeSpan Waiting = TimeSpan.FromHours(1);

    private BindingFailures()
    {
    }

    /// <summary>SHA-256 of account and OpenID.</summary>
    public string Who { get; private set; } = "";

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public static string HashOf(string accountKey, string openId) =>
        StoredFile.HashOf(Encoding.UTF8.GetBytes($"{accountKey}\n{openId}"));

    /// <summary>Whether a code of this follower is taken at all now.</summary>
    public static async Task<bool> AreTooManyAsync(BridgeContext context, string who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Waiting;
        return await context.Set<BindingFailures>()
            .AnyAsync(one => one.Who == who && one.Count >= Allowed && one.LastAt > since, cancellationToken);
    }

    /// <summary>Counts one more, in the caller's transaction; what is older than an hour is forgotten. The number it makes.</summary>
    public static async Task<int> CountAsync(BridgeContext context, string who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Waiting;
        await context.Set<BindingFailures>().Where(one => one.LastAt <= since).ExecuteDeleteAsync(cancellationToken);
        var counted = await context.Set<BindingFailures>().Where(one => one.Who == who).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Count, one => one.Count + 1).SetProperty(one => one.LastAt, now), cancellationToken);
        if (counted == 0)
        {
            context.Add(new BindingFailures { Who = who, Count = 1, LastAt = now });
            await context.SaveChangesAsync(cancellationToken);
        }

        return await context.Set<BindingFailures>().Where(one => one.Who == who).Select(one => one.Count).SingleAsync(cancellationToken);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<BindingFailures>
    {
        public void Configure(EntityTypeBuilder<BindingFailures> builder)
        {
            builder.ToTable("BindingFailures").HasKey(one => one.Who);
            builder.Property(one => one.Who).HasMaxLength(64);
        }
    }
}
