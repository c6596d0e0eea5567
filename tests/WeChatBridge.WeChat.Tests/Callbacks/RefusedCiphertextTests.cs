using System.Buffers.Binary;
using System.Text;
using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.WeChat.Tests.Callbacks;

public class RefusedCiphertextTests
{
    private const string AppId = "wxsample";

    private readonly MessageCipher _cipher = new(AppId, SampleKeys.Current);

    public static TheoryData<string> Decrypted =>
        [.. CryptoVector.All.Where(vector => vector.Kind == "decrypt").Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Decrypted))]
    public void Another_account_does_not_open_it(string id)
    {
        var vector = CryptoVector.ById(id);

        new MessageCipher("wx0000000000000000", vector.Key()).Open(vector.Encrypt!).Refusal.ShouldBe(CipherRefusal.WrongAppId);
    }

    [Theory]
    [MemberData(nameof(Decrypted))]
    public void A_ciphertext_cut_inside_a_block_is_refused(string id)
    {
        var vector = CryptoVector.ById(id);
        var cut = Convert.ToBase64String(Convert.FromBase64String(vector.Encrypt!)[..^5]);

        vector.Cipher().Open(cut).Refusal.ShouldBe(CipherRefusal.NotWholeBlocks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("    ")]
    public void Nothing_is_not_a_ciphertext(string encrypted) =>
        _cipher.Open(encrypted).Refusal.ShouldBe(CipherRefusal.NotWholeBlocks);

    [Theory]
    [InlineData("not base64!")]
    [InlineData("abc")]
    [InlineData("暗号暗号")]
    public void Text_that_is_not_base64_is_refused(string encrypted) => _cipher.Open(encrypted).Refusal.ShouldBe(CipherRefusal.NotBase64);

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(255)]
    public void Padding_outside_1_to_32_is_refused(byte padding) =>
        _cipher.Open(RawFrames.Encrypt(Frame(length: 5, AppId, Enumerable.Repeat(padding, 31)))).Refusal.ShouldBe(CipherRefusal.BadPadding);

    [Fact]
    public void Padding_bytes_that_differ_are_refused()
    {
        var frame = Frame(length: 5, AppId, [.. Enumerable.Repeat<byte>(30, 30), 31]);

        _cipher.Open(RawFrames.Encrypt(frame)).Refusal.ShouldBe(CipherRefusal.BadPadding);
    }

    [Fact]
    public void Padding_longer_than_the_ciphertext_is_refused() =>
        _cipher.Open(RawFrames.Encrypt([.. Enumerable.Repeat<byte>(32, 16)])).Refusal.ShouldBe(CipherRefusal.BadPadding);

    [Fact]
    public void A_frame_too_short_for_its_head_is_refused() =>
        _cipher.Open(RawFrames.Encrypt([.. new byte[19], .. Enumerable.Repeat<byte>(13, 13)])).Refusal.ShouldBe(CipherRefusal.BadLength);

    [Theory]
    [InlineData(14)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_declared_length_beyond_the_frame_is_refused(int length) =>
        _cipher.Open(RawFrames.Encrypt(Frame(length, AppId, Enumerable.Repeat<byte>(31, 31)))).Refusal.ShouldBe(CipherRefusal.BadLength);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(13)]
    public void A_declared_length_that_shifts_the_app_id_is_refused(int length) =>
        _cipher.Open(RawFrames.Encrypt(Frame(length, AppId, Enumerable.Repeat<byte>(31, 31)))).Refusal.ShouldBe(CipherRefusal.WrongAppId);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_cipher_that_would_open_for_any_account_cannot_be_made(string appId) =>
        Should.Throw<ArgumentException>(() => new MessageCipher(appId, SampleKeys.Current));

    [Fact]
    public void With_two_keys_the_refusal_that_says_more_is_reported()
    {
        var forAnother = new MessageCipher("wxother", SampleKeys.Previous).Seal("hello"u8, SampleKeys.Previous);

        new MessageCipher(AppId, SampleKeys.Current, SampleKeys.Previous).Open(forAnother).Refusal.ShouldBe(CipherRefusal.WrongAppId);
        new MessageCipher(AppId, SampleKeys.Previous, SampleKeys.Current).Open(forAnother).Refusal.ShouldBe(CipherRefusal.WrongAppId);
    }

    /// <summary>A frame around "hello", 33 bytes without its padding.</summary>
    private static byte[] Frame(int length, string appId, IEnumerable<byte> padding)
    {
        var declared = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(declared, length);
        return [.. new byte[16], .. declared, .. "hello"u8, .. Encoding.UTF8.GetBytes(appId), .. padding];
    }
}
