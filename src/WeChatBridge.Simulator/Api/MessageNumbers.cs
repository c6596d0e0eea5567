namespace WeChatBridge.Simulator.Api;

/// <summary>The ids of an account's mass messages and of the articles in them: rising, and beyond 32 bits, as real ones are.</summary>
internal sealed class MessageNumbers
{
    private long _last = 6_147_483_000;

    public long Next() => ++_last;
}
