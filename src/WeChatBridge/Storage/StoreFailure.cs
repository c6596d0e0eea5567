using System.Data.Common;

namespace WeChatBridge.Storage;

/// <summary>Tells a store that failed from a mistake in the program.</summary>
internal static class StoreFailure
{
    /// <summary>
    /// True where the database refused or was away. EF Core wraps what may pass by itself, a lost connection among it, in an
    /// InvalidOperationException, and a given-up retry in another of its own; what the database's driver threw is inside.
    /// </summary>
    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException)
            {
                return true;
            }
        }

        return false;
    }
}
