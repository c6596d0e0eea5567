using System.Text.RegularExpressions;
using WeChatBridge.Texts;

namespace WeChatBridge.Accounts;

/// <summary>The configured accounts, read and checked once at start.</summary>
internal sealed partial class AccountBook
{
    private readonly Dictionary<string, AccountOptions> _options = [];
    private readonly Dictionary<string, PlatformKeys?> _platformKeys = [];

    private AccountBook()
    {
    }

    public IEnumerable<string> Keys => _options.Keys;

    public AccountOptions? Find(string key) => _options.GetValueOrDefault(key);

    public PlatformKeys? KeysOf(string key) => _platformKeys.GetValueOrDefault(key);

    /// <exception cref="ConfigurationRefusedException">An account is half filled, malformed, or has a setting nobody knows.</exception>
    public static AccountBook Read(IConfiguration configuration)
    {
        var book = new AccountBook();
        foreach (var section in configuration.GetSection(AccountOptions.Section).GetChildren())
        {
            if (!AccountKeyPattern().IsMatch(section.Key))
            {
                throw new ConfigurationRefusedException(StaffTexts.AccountKeyMalformed.With(section.Key));
            }

            var account = section.Bind<AccountOptions>();
            CheckContact(section.Key, account.Contact);
            book._options[section.Key] = account;
            book._platformKeys[section.Key] = PlatformKeys.Read(section.Key, account);
        }

        return book;
    }

    private static void CheckContact(string key, ContactOptions contact)
    {
        var lines = new (string Name, string? Line)[]
        {
            (nameof(contact.Office), contact.Office), (nameof(contact.Phone), contact.Phone), (nameof(contact.Email), contact.Email),
            (nameof(contact.Address), contact.Address), (nameof(contact.Hours), contact.Hours),
        };
        foreach (var (name, line) in lines.Where(one => one.Line is not null && !ContactCard.CanShow(one.Line)))
        {
            var setting = $"{AccountOptions.Section}:{key}:{nameof(AccountOptions.Contact)}:{name}";
            throw new ConfigurationRefusedException(
                StaffTexts.ContactSettingMalformed.With(setting, ContactCard.LongestLine, line!.Length));
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AccountKeyPattern();
}
