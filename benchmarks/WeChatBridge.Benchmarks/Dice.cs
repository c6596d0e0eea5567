namespace WeChatBridge.Benchmarks;

/// <summary>A seeded generator (SplitMix64): the same library and the same questions in every run, on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
