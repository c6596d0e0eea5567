using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.WeChat.Callbacks;

namespace WeChatBridge.WeChat.Tests.Callbacks;

public class MessageCipherTests
{
    public static TheoryData<string> Encrypted =>
        [.. CryptoVector.All.Where(vector => vector.Plaintext is not null).Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Encrypted))]
    public void A_published_ciphertext_opens(string id)
    {
        var vector = CryptoVector.ById(id);

        var opened = vector.Cipher().Open(vector.Encrypt!);

        opened.Refusal.ShouldBeNull();
        Encoding.UTF8.GetString(opened.Plaintext.Span).ShouldBe(vector.Plaintext);
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public void A_published_plaintext_seals_to_the_published_ciphertext(string id)
    {
        var vector = CryptoVector.ById(id);

        var encrypted = vector.Cipher().Seal(
            Encoding.UTF8.GetBytes(vector.Plaintext!), vector.Key(), Encoding.UTF8.GetBytes(vector.Random16!));

        encrypted.ShouldBe(vector.Encrypt);
    }

    [Fact]
    public void Whatever_is_sealed_opens_again() =>
        Prop.ForAll<byte[]>(plaintext => OpensAgain(plaintext)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Every_length_around_the_borders_of_blocks_opens_again()
    {
        for (var length = 0; length <= 130; length++)
        {
            OpensAgain(Enumerable.Repeat((byte)32, length).ToArray()).ShouldBeTrue($"{length} bytes");
        }
    }

    [Fact]
    public void The_same_text_is_never_sealed_the_same_way_twice()
    {
        var cipher = new MessageCipher("wxsample", SampleKeys.Current);

        cipher.Seal("hello"u8, SampleKeys.Current).ShouldNotBe(cipher.Seal("hello"u8, SampleKeys.Current));
    }

    [Fact]
    public void During_a_change_of_keys_both_open_and_each_names_itself()
    {
        var cipher = new MessageCipher("wxsample", SampleKeys.Current, SampleKeys.Previous);

        cipher.Open(cipher.Seal("new"u8, SampleKeys.Current)).Key.ShouldBeSameAs(SampleKeys.Current);
        cipher.Open(cipher.Seal("old"u8, SampleKeys.Previous)).Key.ShouldBeSameAs(SampleKeys.Previous);
    }

    [Fact]
    public void Without_a_previous_key_the_old_one_no_longer_opens()
    {
        var old = new MessageCipher("wxsample", SampleKeys.Previous).Seal("old"u8, SampleKeys.Previous);

        new MessageCipher("wxsample", SampleKeys.Current).Open(old).Refusal.ShouldBe(CipherRefusal.BadPadding);
    }

    private static bool OpensAgain(byte[] plaintext)
    {
        var cipher = new MessageCipher("wxsample", SampleKeys.Current);
        return cipher.Open(cipher.Seal(plaintext, SampleKeys.Current)).Plaintext.Span.SequenceEqual(plaintext);
    }
}
