using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Accounts;

/// <summary>An account's current access_token as all instances see it; sealed, so that the store alone gives nobody access.</summary>
internal sealed class SharedAccessToken
{
    private SharedAccessToken()
    {
    }

    public string AppId { get; private set; } = "";

    public byte[] Sealed { get; private set; } = [];

    public DateTimeOffset ExpiresAt { get; private set; }

    public static SharedAccessToken Of(string appId, byte[] sealedValue, DateTimeOffset expiresAt) =>
        new() { AppId = appId, Sealed = sealedValue, ExpiresAt = expiresAt };

    internal sealed class Mapping : IEntityTypeConfiguration<SharedAccessToken>
    {
        public void Configure(EntityTypeBuilder<SharedAccessToken> builder)
        {
            builder.ToTable("SharedAccessTokens").HasKey(token => token.AppId);
            builder.Property(token => token.AppId).HasMaxLength(60);
        }
    }
}
