namespace WeChatBridge.Simulator.Wire;

/// <summary>A sealed message that cannot be opened.</summary>
public sealed class SealException(SealFailure failure) : Exception($"The message cannot be opened: {failure}.")
{
    public SealFailure Failure { get; } = failure;
}

/// <summary>Why not; the numbers are those of the platform's sample code (WXBizMsgCrypt).</summary>
public enum SealFailure
{
    BadKey = -40004,
    OtherAppId = -40005,
    BadLength = -40007,
    BadPadding = -40070,
    BadFrame = -40008,
    NotBase64 = -40010,
}
