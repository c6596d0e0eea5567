using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.WeChat.Tests.Callbacks;

internal static class SampleKeys
{
    public static EncodingAesKey Current { get; } = Parse("SampleKeyNumberOneSampleKeyNumberOneSampleA");

    public static EncodingAesKey Previous { get; } = Parse("SampleKeyNumberTwoSampleKeyNumberTwoSampleA");

    public static EncodingAesKey Parse(string text)
    {
        EncodingAesKey.TryParse(text, out var key).ShouldBeTrue();
        return key!;
    }
}
