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
            book._options[section.Key] = account;
            book._platformKeys[section.Key] = PlatformKeys.Read(section.Key, account);
        }

        return book;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AccountKeyPattern();
}
