namespace WeChatBridge.Callbacks;

/// <summary>
/// Lets the messages of one follower be answered one after the other in this process: the second must see what the first changed.
/// Followers that share a place wait for each other a moment, and nothing else.
/// </summary>
internal sealed class FollowerOrder : IDisposable
{
    private const int Places = 1024;

    private readonly SemaphoreSlim[] _places = [.. Enumerable.Range(0, Places).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the follower's turn; it ends when what is returned is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string accountKey, string openId, CancellationToken cancellationToken)
    {
        var place = _places[(uint)HashCode.Combine(accountKey, openId) % Places];
        await place.WaitAsync(cancellationToken);
        return new Stay(place);
    }

    public void Dispose()
    {
        foreach (var place in _places)
        {
            place.Dispose();
        }
    }

    private sealed class Stay(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
