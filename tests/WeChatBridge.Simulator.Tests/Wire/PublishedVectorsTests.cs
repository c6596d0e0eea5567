using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Tests.Wire;

public class PublishedVectorsTests
{
    private const string Key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Theory]
    [MemberData(nameof(CryptoVectors.WithSignature), MemberType = typeof(CryptoVectors))]
    public void The_signature_is_the_published_one(string id)
    {
        var vector = CryptoVectors.Get(id);
        CallbackSignature.Of(vector.Token, vector.Timestamp, vector.Nonce).ShouldBe(vector.Signature);
    }

    [Theory]
    [MemberData(nameof(CryptoVectors.WithCiphertext), MemberType = typeof(CryptoVectors))]
    public void The_message_signature_is_the_published_one(string id)
    {
        var vector = CryptoVectors.Get(id);
        CallbackSignature.Of(vector.Token, vector.Timestamp, vector.Nonce, vector.Encrypt!).ShouldBe(vector.MsgSignature);
    }

    [Theory]
    [MemberData(nameof(CryptoVectors.WithKey), MemberType = typeof(CryptoVectors))]
    public void The_sealed_message_opens_to_the_published_text(string id)
    {
        var vector = CryptoVectors.Get(id);
        new MessageSeal(vector.EncodingAesKey!, vector.AppId!).Open(vector.Encrypt!).ShouldBe(vector.Plaintext);
    }

    [Theory]
    [MemberData(nameof(CryptoVectors.WithKey), MemberType = typeof(CryptoVectors))]
    public void Sealing_with_the_same_random_bytes_gives_the_published_ciphertext(string id)
    {
        var vector = CryptoVectors.Get(id);
        new MessageSeal(vector.EncodingAesKey!, vector.AppId!)
            .Close(vector.Plaintext!, Encoding.UTF8.GetBytes(vector.Random16!))
            .ShouldBe(vector.Encrypt);
    }

    [Fact]
    public void Whatever_is_sealed_opens_to_itself() => Prop.ForAll<string>(text =>
    {
        var message = new string([.. (text ?? "").Where(character => !char.IsSurrogate(character))]) + "红花尔基镇😀";
        var seal = new MessageSeal(Key, "wx0000000000000001");
        return seal.Open(seal.Close(message)) == message;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(42)]
    [InlineData(44)]
    public void A_key_of_another_length_is_refused(int length) =>
        Refusal(() => new MessageSeal(new string('A', length), "wx1")).ShouldBe(SealFailure.BadKey);

    [Fact]
    public void Another_accounts_message_is_refused()
    {
        var foreign = new MessageSeal(Key, "wx0000000000000002").Close("<xml/>");
        Refusal(() => new MessageSeal(Key, "wx0000000000000001").Open(foreign)).ShouldBe(SealFailure.OtherAppId);
    }

    [Fact]
    public void A_truncated_ciphertext_is_refused()
    {
        var seal = new MessageSeal(Key, "wx0000000000000001");
        var cipher = Convert.FromBase64String(seal.Close("<xml/>"));
        Refusal(() => seal.Open(Convert.ToBase64String(cipher[..^5]))).ShouldBe(SealFailure.BadLength);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(255)]
    public void An_impossible_padding_is_refused(byte padding)
    {
        var frame = new byte[64];
        frame[^1] = padding;
        Refusal(() => new MessageSeal(Key, "wx1").Open(Encrypt(frame))).ShouldBe(SealFailure.BadPadding);
    }

    [Fact]
    public void A_length_beyond_the_message_is_refused()
    {
        var frame = new byte[64];
        frame.AsSpan(16, 4).Fill(0x7F);
        frame[^1] = 1;
        Refusal(() => new MessageSeal(Key, "wx1").Open(Encrypt(frame))).ShouldBe(SealFailure.BadFrame);
    }

    [Fact]
    public void What_is_not_Base64_is_refused() =>
        Refusal(() => new MessageSeal(Key, "wx1").Open("***")).ShouldBe(SealFailure.NotBase64);

    private static SealFailure Refusal(Func<object> act) => Should.Throw<SealException>(act).Failure;

    private static string Encrypt(byte[] frame)
    {
        using var aes = Aes.Create();
        aes.Key = new byte[32];
        return Convert.ToBase64String(aes.EncryptCbc(frame, new byte[16], PaddingMode.None));
    }
}
