using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.WeChat.Tests.Callbacks;

public class EncodingAesKeyTests
{
    private const string Good = "SampleKeyNumberOneSampleKeyNumberOneSampleA";

    public static TheoryData<string> PublishedKeys =>
        [.. CryptoVector.All.Select(vector => vector.EncodingAesKey).OfType<string>().Distinct()];

    [Theory]
    [MemberData(nameof(PublishedKeys))]
    public void Published_keys_are_taken(string text) => EncodingAesKey.TryParse(text, out _).ShouldBeTrue();

    [Fact]
    public void A_key_whose_last_character_has_spare_bits_set_is_the_same_key()
    {
        var canonical = SampleKeys.Parse(Good);
        var spareBitsSet = SampleKeys.Parse(Good[..^1] + "D");
        var sealedWithOne = new MessageCipher("wxsample", canonical).Seal("hello"u8, canonical);

        new MessageCipher("wxsample", spareBitsSet).Open(sealedWithOne).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SampleKeyNumberOneSampleKeyNumberOneSample")]
    [InlineData("SampleKeyNumberOneSampleKeyNumberOneSampleAA")]
    [InlineData("SampleKeyNumberOneSampleKeyNumberOneSample=")]
    [InlineData("SampleKeyNumberOneSampleKeyNumberOneSample-")]
    [InlineData("SampleKeyNumberOneSampleKeyNumberOneSamp   ")]
    [InlineData("SampleKeyNumberOneSampleKeyNumberOneSam    ")]
    [InlineData("SampleKeyNumberOneSampleKeyNumberOneSample键")]
    public void Anything_else_is_not_a_key(string? text)
    {
        EncodingAesKey.TryParse(text, out var key).ShouldBeFalse();
        key.ShouldBeNull();
    }

    [Fact]
    public void Printing_a_key_or_what_holds_one_does_not_show_it()
    {
        var key = SampleKeys.Parse(Good);
        var cipher = new MessageCipher("wxsample", key);

        key.ToString().ShouldBe("EncodingAesKey");
        cipher.Open(cipher.Seal("hello"u8, key)).ToString().ShouldNotContain("Sample");
    }
}
