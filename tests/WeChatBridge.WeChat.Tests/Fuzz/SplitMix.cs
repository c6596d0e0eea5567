namespace WeChatBridge.WeChat.Tests.Fuzz;

/// <summary>SplitMix64: a seed gives the same sequence on every machine, so that a failure can be run again.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to below a limit, which is small enough here for the bias not to matter.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)Next();
        }

        return bytes;
    }

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
