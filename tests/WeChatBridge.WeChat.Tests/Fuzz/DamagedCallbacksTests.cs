using System.Text;
using WeChatBridge.WeChat.Callbacks;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Tests.Callbacks;

namespace WeChatBridge.WeChat.Tests.Fuzz;

/// <summary>Over a million damaged inputs: out comes a message or a refusal with a name, and nothing else.</summary>
public class DamagedCallbacksTests(ITestOutputHelper output)
{
    private static readonly byte[][] Documents =
        [.. Payloads.In("inbound", "*.xml").Concat(Payloads.In("refused", "*.xml")).Select(Payloads.Bytes)];

    private readonly HashSet<string> _outcomes = [];

    [Fact]
    public void A_damaged_document_is_read_or_refused_by_name()
    {
        Repeat(seed: 0x5EED_0001, times: 500_000, Documents, document => Judge(InboundXml.Read(document)));

        _outcomes.ShouldBeSubsetOf([.. Enum.GetNames<InboundRefusalKind>(), .. KindsOfMessage()]);
        _outcomes.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_damaged_envelope_is_read_or_refused_by_name()
    {
        byte[][] envelopes = [.. Documents, SealedEnvelope.Write(SealedSample(), "0123", "1", "2")];

        Repeat(seed: 0x5EED_0002, times: 250_000, envelopes, envelope => Judge(SealedEnvelope.Read(envelope)));

        _outcomes.ShouldContain("Sealed");
        _outcomes.ShouldContain(nameof(InboundRefusalKind.MissingField));
    }

    [Fact]
    public void A_damaged_ciphertext_is_opened_or_refused_by_name()
    {
        var cipher = new MessageCipher("wxsample", SampleKeys.Current, SampleKeys.Previous);
        var published = CryptoVector.All.Select(vector => vector.Encrypt).OfType<string>();
        byte[][] samples = [.. published.Append(SealedSample()).Select(Encoding.Latin1.GetBytes)];

        Repeat(seed: 0x5EED_0003, times: 250_000, samples, text => Judge(cipher.Open(Encoding.Latin1.GetString(text))));

        _outcomes.ShouldBe([.. Enum.GetNames<CipherRefusal>(), "Opened"], ignoreOrder: true);
    }

    [Fact]
    public void A_damaged_frame_inside_a_sound_ciphertext_is_opened_or_refused_by_name()
    {
        var cipher = new MessageCipher("wxsample", SampleKeys.Current);
        byte[][] samples = [SoundFrame(0), SoundFrame(11), SoundFrame(200)];

        Repeat(seed: 0x5EED_0004, times: 100_000, samples, frame => Judge(cipher.Open(RawFrames.Encrypt(WholeBlocks(frame)))));

        _outcomes.ShouldBe([.. Enum.GetNames<CipherRefusal>().Except([nameof(CipherRefusal.NotBase64)]), "Opened"], ignoreOrder: true);
    }

    private static string Judge(InboundReading reading)
    {
        (reading.Message is null).ShouldBe(reading.Refusal is not null);
        if (reading.Refusal is { } refusal)
        {
            return Name(refusal);
        }

        reading.Message!.DeliveryKey.Length.ShouldBeInRange(1, 80);
        return reading.Message.GetType().Name;
    }

    private static string Judge(EnvelopeReading reading)
    {
        (reading.Encrypted is null).ShouldBe(reading.Refusal is not null);
        return reading.Refusal is { } refusal ? Name(refusal) : "Sealed";
    }

    private static string Judge(OpenedCipher opened)
    {
        (opened.Key is null).ShouldBe(opened.Refusal is not null);
        if (opened.Refusal is { } refusal)
        {
            return Enum.GetName(refusal).ShouldNotBeNull();
        }

        Judge(InboundXml.Read(opened.Plaintext));
        return "Opened";
    }

    private static string Name(InboundRefusal refusal)
    {
        (refusal.Field is not null).ShouldBe(refusal.Kind is InboundRefusalKind.MissingField or InboundRefusalKind.BadField);
        return Enum.GetName(refusal.Kind).ShouldNotBeNull();
    }

    private static IEnumerable<string> KindsOfMessage() =>
        typeof(InboundMessage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InboundMessage))).Select(type => type.Name);

    private static string SealedSample() =>
        new MessageCipher("wxsample", SampleKeys.Current).Seal(Documents[0], SampleKeys.Current, "0123456789abcdef"u8);

    private static byte[] SoundFrame(byte length)
    {
        byte[] frame = [.. new byte[19], length, .. new byte[length], .. "wxsample"u8];
        var padding = 32 - frame.Length % 32;
        return [.. frame, .. Enumerable.Repeat((byte)padding, padding)];
    }

    private static ReadOnlySpan<byte> WholeBlocks(byte[] frame) => frame.AsSpan(0, frame.Length / 16 * 16);

    private void Repeat(ulong seed, int times, byte[][] samples, Func<byte[], string> judge)
    {
        output.WriteLine($"seed 0x{seed:X}, {times} inputs");
        var random = new SplitMix(seed);
        for (var i = 0; i < times; i++)
        {
            var input = Mutations.Next(random, samples);
            try
            {
                _outcomes.Add(judge(input));
            }
            catch
            {
                output.WriteLine($"input {i}: {Convert.ToBase64String(input)}");
                throw;
            }
        }

        output.WriteLine($"outcomes: {string.Join(' ', _outcomes.Order())}");
    }
}
