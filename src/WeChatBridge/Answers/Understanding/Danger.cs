namespace WeChatBridge.Answers.Understanding;

/// <summary>What is happening to somebody right now, by whom can help.</summary>
internal enum Danger
{
    /// <summary>Fire, smoke, leaking gas, an explosion: 119.</summary>
    Fire,

    /// <summary>People in water, trapped, buried, in a flood: 119 or 110.</summary>
    Rescue,

    /// <summary>What the police come for: violence, theft, fraud, a missing person, a wild animal among houses: 110.</summary>
    Crime,

    /// <summary>Illness, injury, poisoning, birth, a traffic accident: 120.</summary>
    Medical,

    /// <summary>Somebody who wants to die: 120 or 110, the helpline, and calm words.</summary>
    Despair,

    /// <summary>A hazard that nobody is hurt by yet: 12345.</summary>
    Other,
}
