using WeChatBridge.Texts;

namespace WeChatBridge;

/// <summary>Binds configuration so that a misspelt or malformed setting stops the start instead of being ignored.</summary>
internal static class StrictBinding
{
    /// <exception cref="ConfigurationRefusedException">A setting is unknown or has a value of the wrong form.</exception>
    public static T Bind<T>(this IConfigurationSection section)
        where T : new()
    {
        try
        {
            return section.Get<T>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new T();
        }
        catch (InvalidOperationException exception)
        {
            throw new ConfigurationRefusedException(
                StaffTexts.ConfigurationMalformed.With(section.Path, exception.InnerException?.Message ?? exception.Message), exception);
        }
    }
}

/// <summary>The configuration cannot be used; the message names the key and says in Chinese what is wrong.</summary>
internal sealed class ConfigurationRefusedException(string message, Exception? cause = null) : Exception(message, cause);
