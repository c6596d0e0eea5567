using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Publishing.Sending;

/// <summary>When an account's next slow round is due; of several instances one makes it.</summary>
internal sealed class SendingRound
{
    private SendingRound()
    {
    }

    public string AccountKey { get; private set; } = "";

    public RoundKind Kind { get; private set; }

    public DateTimeOffset NextAt { get; private set; }

    /// <summary>When it was made last; null while it never was.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Whether the last one got all there was.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What a person is told where the platform refused the last one, in Chinese; else empty.</summary>
    public string Words { get; private set; } = "";

    /// <summary>True for the one caller that is to make the round now; the next is then due at the time given.</summary>
    public static async Task<bool> TakeAsync(
        BridgeContext context, string accountKey, RoundKind kind, (DateTimeOffset Now, DateTimeOffset Next) times,
        CancellationToken cancellationToken)
    {
        var rounds = context.Set<SendingRound>().Where(one => one.AccountKey == accountKey && one.Kind == kind);
        if (await rounds.AnyAsync(cancellationToken))
        {
            return await rounds.Where(one => one.NextAt <= times.Now)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAt, times.Next), cancellationToken) == 1;
        }

        context.Add(new SendingRound { AccountKey = accountKey, Kind = kind, NextAt = times.Next });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (StoreConflict.Is(exception))
        {
            return false;
        }
    }

    /// <summary>Writes down how the round went, so that a person can be told why something is missing.</summary>
    public static Task<int> EndAsync(
        BridgeContext context, string accountKey, RoundKind kind, (DateTimeOffset At, RoundEnding Ending) made,
        CancellationToken cancellationToken) =>
        context.Set<SendingRound>().Where(one => one.AccountKey == accountKey && one.Kind == kind)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.MadeAt, made.At).SetProperty(one => one.IsComplete, made.Ending.IsComplete)
                    .SetProperty(one => one.Words, made.Ending.Words),
                cancellationToken);

    /// <summary>The round did not get through: it is made again sooner.</summary>
    public static Task<int> BringForwardAsync(
        BridgeContext context, string accountKey, RoundKind kind, DateTimeOffset at, CancellationToken cancellationToken) =>
        context.Set<SendingRound>().Where(one => one.AccountKey == accountKey && one.Kind == kind && one.NextAt > at)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextAt, at), cancellationToken);

    internal sealed class Mapping : IEntityTypeConfiguration<SendingRound>
    {
        public void Configure(EntityTypeBuilder<SendingRound> builder)
        {
            builder.ToTable("SendingRounds").HasKey(one => new { one.AccountKey, one.Kind });
            builder.Property(one => one.AccountKey).HasMaxLength(40);
        }
    }
}

/// <summary>The slow rounds.</summary>
internal enum RoundKind
{
    /// <summary>Looks for what is public and was not sent from here.</summary>
    Foreign,

    /// <summary>Fetches how often articles were read.</summary>
    Figures,
}

/// <summary>How a round went.</summary>
/// <param name="IsComplete">Whether it got all there was.</param>
/// <param name="Words">What a person is told where the platform refused, in Chinese; empty where it did not, or was not reached.</param>
internal sealed record RoundEnding(bool IsComplete, string Words = "")
{
    public static RoundEnding Complete { get; } = new(true);
}
