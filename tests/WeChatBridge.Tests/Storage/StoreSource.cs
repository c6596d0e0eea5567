using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Storage;

/// <summary>Where a test gets an empty database of one kind from.</summary>
public abstract class StoreSource
{
    internal abstract Task<StorageOptions> NewDatabaseAsync(CancellationToken cancellationToken);

    internal abstract void Discard(StorageOptions database);
}
