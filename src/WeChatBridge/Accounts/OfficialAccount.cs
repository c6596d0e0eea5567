using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBridge.Accounts;

/// <summary>
/// An official account (公众号) as the store knows it: its key, its name, its contact card. Its platform keys are configuration
/// (<see cref="AccountOptions"/>), never stored here.
/// </summary>
internal sealed class OfficialAccount
{
    private OfficialAccount()
    {
    }

    /// <summary>The short name that stands in addresses and configuration: <c>zhengwu</c>.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public ContactCard Contact { get; private set; } = ContactCard.Empty;

    public static OfficialAccount Named(string key, string name, ContactCard contact) => new() { Key = key, Name = name, Contact = contact };

    internal sealed class Mapping : IEntityTypeConfiguration<OfficialAccount>
    {
        public void Configure(EntityTypeBuilder<OfficialAccount> builder)
        {
            builder.ToTable("OfficialAccounts").HasKey(account => account.Key);
            builder.Property(account => account.Key).HasMaxLength(40);
            builder.Property(account => account.Name).HasMaxLength(60);
            builder.ComplexProperty(account => account.Contact, card => card.Ignore(contact => contact.IsConfirmed));
        }
    }
}
