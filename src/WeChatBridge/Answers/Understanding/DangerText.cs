using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Understanding;

/// <summary>What is said to somebody in danger: the number first, nothing to choose, nothing promised.</summary>
internal static class DangerText
{
    public static string For(Danger danger) => danger switch
    {
        Danger.Fire => FollowerTexts.DangerFire,
        Danger.Rescue => FollowerTexts.DangerRescue,
        Danger.Crime => FollowerTexts.DangerCrime,
        Danger.Medical => FollowerTexts.DangerMedical,
        Danger.Despair => FollowerTexts.DangerDespair,
        _ => FollowerTexts.DangerOther,
    };
}
