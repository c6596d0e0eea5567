using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBridge.Storage;

namespace WeChatBridge.Answers.Conversations;

/// <summary>The talk of one account with one follower, as the store keeps it; every instance reads it before it answers.</summary>
internal sealed class Conversation
{
    private Conversation()
    {
    }

    public string AccountKey { get; private set; } = "";

    public string OpenId { get; private set; } = "";

    /// <summary>Counted up with each change: of two instances that answered at once, the second must look again.</summary>
    public int Version { get; private set; }

    public ConversationState State { get; private set; } = ConversationState.New;

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What is remembered, and under which version; version 0 where the two have not talked.</summary>
    public static async Task<(ConversationState State, int Version)> ReadAsync(
        BridgeContext context, string accountKey, string openId, CancellationToken cancellationToken)
    {
        var known = await context.Set<Conversation>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.AccountKey == accountKey && one.OpenId == openId, cancellationToken);
        return known is null ? (ConversationState.New, 0) : (known.State, known.Version);
    }

    /// <summary>Puts the state in place of the one that was read under the version.</summary>
    public static void Write(
        BridgeContext context, string accountKey, string openId, ConversationState state, int readVersion, DateTimeOffset at)
    {
        var conversation = new Conversation
        {
            AccountKey = accountKey,
            OpenId = openId,
            Version = readVersion + 1,
            State = state,
            ChangedAt = at,
        };
        var entry = context.Entry(conversation);
        entry.State = readVersion == 0 ? EntityState.Added : EntityState.Modified;
        entry.Property(one => one.Version).OriginalValue = readVersion;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Conversation>
    {
        public void Configure(EntityTypeBuilder<Conversation> builder)
        {
            builder.ToTable("Conversations").HasKey(one => new { one.AccountKey, one.OpenId });
            builder.Property(one => one.AccountKey).HasMaxLength(40);
            builder.Property(one => one.OpenId).HasMaxLength(64);
            builder.Property(one => one.Version).IsConcurrencyToken();
            builder.Property(one => one.State).HasConversion(
                state => JsonSerializer.Serialize(state, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<ConversationState>(json, JsonSerializerOptions.Default) ?? ConversationState.New,
                new ValueComparer<ConversationState>((left, right) => ReferenceEquals(left, right), state => 0, state => state));
            builder.HasIndex(one => one.ChangedAt);
        }
    }
}
