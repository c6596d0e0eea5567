using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.Extensions;
using WeChatBridge.Simulator.Wire;

namespace WeChatBridge.Simulator.Callbacks;

/// <summary>One request as it goes out: a new timestamp, nonce and signature each time, the same message inside.</summary>
internal sealed record CallbackEnvelope(Uri Url, string Body, string ClearXml)
{
    public static CallbackEnvelope Of(CallbackMessage message, Deviation deviation, DateTimeOffset now)
    {
        var account = message.Account.Settings;
        var clear = deviation.ClearBody ?? WireXml.Write(Readdressed(message, deviation));
        var token = deviation.WrongSignature ? RandomNumberGenerator.GetHexString(16) : account.CallbackToken;
        var timestamp = Seconds(now);
        var nonce = NewNumber();
        var query = Signed(token, timestamp, nonce);
        query.Add("openid", message.FromUserName);
        var mode = deviation.Mode ?? account.Mode;
        if (mode == EncryptionMode.Plain)
        {
            return new CallbackEnvelope(WithQuery(account.CallbackUrl, query), deviation.RawBody ?? clear, clear);
        }

        var seal = new MessageSeal(deviation.EncodingAesKey ?? account.EncodingAesKey, deviation.AppId ?? account.AppId);
        var encrypted = seal.Close(clear);
        query.Add("encrypt_type", "aes");
        query.Add("msg_signature", CallbackSignature.Of(token, timestamp, nonce, encrypted));
        var body = deviation.RawBody ?? SealedBody(message, deviation, mode, encrypted);
        return new CallbackEnvelope(WithQuery(account.CallbackUrl, query), body, clear);
    }

    /// <summary>The GET that checks a callback address, and the words it must echo.</summary>
    public static (Uri Url, string Echo) Check(SimulatedAccount account, DateTimeOffset now)
    {
        var echo = NewNumber() + NewNumber();
        var query = Signed(account.CallbackToken, Seconds(now), NewNumber());
        query.Add("echostr", echo);
        return (WithQuery(account.CallbackUrl, query), echo);
    }

    private static QueryBuilder Signed(string token, string timestamp, string nonce) => new()
    {
        { "signature", CallbackSignature.Of(token, timestamp, nonce) },
        { "timestamp", timestamp },
        { "nonce", nonce },
    };

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string NewNumber() =>
        RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);

    // Compatible mode repeats every clear field beside the ciphertext; safe mode leaves only the account's name outside.
    private static string SealedBody(CallbackMessage message, Deviation deviation, EncryptionMode mode, string encrypted)
    {
        var outer = mode == EncryptionMode.Compatible
            ? Readdressed(message, deviation)
            : new XElement("xml", WireXml.Text("ToUserName", deviation.ToUserName ?? message.Account.Settings.OriginalId));
        outer.Add(WireXml.Text("Encrypt", encrypted));
        return WireXml.Write(outer);
    }

    private static XElement Readdressed(CallbackMessage message, Deviation deviation)
    {
        var xml = new XElement(message.Xml);
        if (deviation.ToUserName is { } other)
        {
            xml.Element("ToUserName")!.ReplaceWith(WireXml.Text("ToUserName", other));
        }

        return xml;
    }

    private static Uri WithQuery(Uri address, QueryBuilder query) => new UriBuilder(address) { Query = query.ToString() }.Uri;
}
