using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.WeChat.Tests.Callbacks;

public class CallbackSignatureTests
{
    public static TheoryData<string> SignedQueries =>
        [.. CryptoVector.All.Where(vector => vector.Signature is not null).Select(vector => vector.Id)];

    public static TheoryData<string> SignedCiphertexts =>
        [.. CryptoVector.All.Where(vector => vector.MsgSignature is not null).Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(SignedQueries))]
    public void The_signature_of_a_published_query_comes_out(string id)
    {
        var vector = CryptoVector.ById(id);

        CallbackSignature.Compute(vector.Token, vector.Timestamp, vector.Nonce).ShouldBe(vector.Signature);
    }

    [Theory]
    [MemberData(nameof(SignedCiphertexts))]
    public void The_signature_over_a_published_ciphertext_comes_out(string id)
    {
        var vector = CryptoVector.ById(id);

        CallbackSignature.Compute(vector.Token, vector.Timestamp, vector.Nonce, vector.Encrypt!).ShouldBe(vector.MsgSignature);
    }

    [Theory]
    [MemberData(nameof(SignedCiphertexts))]
    public void One_changed_digit_anywhere_does_not_match(string id)
    {
        var expected = CryptoVector.ById(id).MsgSignature!;
        for (var i = 0; i < expected.Length; i++)
        {
            var changed = expected.ToCharArray();
            changed[i] = changed[i] == '0' ? '1' : '0';

            CallbackSignature.Matches(expected, new string(changed)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Only_the_exact_lower_case_text_matches()
    {
        var expected = CallbackSignature.Compute("token", "1", "2");

        CallbackSignature.Matches(expected, expected).ShouldBeTrue();
        CallbackSignature.Matches(expected, expected.ToUpperInvariant()).ShouldBeFalse();
        CallbackSignature.Matches(expected, expected[..^1]).ShouldBeFalse();
        CallbackSignature.Matches(expected, expected + "0").ShouldBeFalse();
        CallbackSignature.Matches(expected, "").ShouldBeFalse();
        CallbackSignature.Matches(expected, null).ShouldBeFalse();
    }

    [Fact]
    public void Parts_are_sorted_by_code_unit_not_by_language()
    {
        // A language's order would put "a" before "B".
        CallbackSignature.Compute("a", "B", "1").ShouldBe(CallbackSignature.Compute("1Ba", "", ""));
    }
}
