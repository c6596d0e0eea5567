namespace WeChatBridge.Simulator.Api.Mass;

/// <summary>API群发保护, as the owner set it and as the platform is known to act on it.</summary>
public enum MassProtection
{
    Off,

    /// <summary>The message is accepted and waits for the administrator, 30 minutes at most.</summary>
    HoldsMessage,

    /// <summary>
    /// The call itself is refused: 89504, and 89505 while the administrator was asked already. Confirmed within the 30 minutes, it goes out.
    /// </summary>
    RefusesCall,
}
