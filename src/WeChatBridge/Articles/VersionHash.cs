using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using WeChatBridge.Articles.Disclosure;

namespace WeChatBridge.Articles;

/// <summary>
/// The hash an approval is bound to: SHA-256 over a JSON array of everything a reader will get and everything a reviewer decided about,
/// pictures and attachments by the hashes of their bytes. Any change gives another hash; a save that changes nothing gives the same.
/// </summary>
internal static class VersionHash
{
    // First in the array: a later form of it can never give the hash of this one.
    private const string Form = "article/1";

    /// <param name="content">What the article says.</param>
    /// <param name="account">The account's key.</param>
    /// <param name="act">What is to be done with it: publish, mass-send, keep as a draft.</param>
    /// <param name="audience">Whom it is sent to; empty where the act has no audience.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(ArticleContent content, string account, string act, string audience)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var text in (string[])[Form, account, act, audience, content.Title, content.Author, content.Digest, content.BodyHtml])
            {
                json.WriteStringValue(text);
            }

            WriteCover(json, content.Cover);
            json.WriteStringValue(content.SourceLink);
            json.WriteBooleanValue(content.IsRepost);
            json.WriteStringValue(content.RepostedFrom);
            json.WriteBooleanValue(content.CommentsOpen);
            json.WriteBooleanValue(content.OnlyFollowersComment);
            WriteAttachments(json, content.Attachments);
            WriteDisclosure(json, content.Disclosure);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void WriteCover(Utf8JsonWriter json, ArticleCover? cover)
    {
        json.WriteStartArray();
        if (cover is not null)
        {
            json.WriteStringValue(cover.Hash);
            json.WriteStringValue(cover.FileName);
        }

        json.WriteEndArray();
    }

    // The text of an attachment follows from its bytes, and a better reader must not void an approval.
    private static void WriteAttachments(Utf8JsonWriter json, IReadOnlyList<ArticleAttachment> attachments)
    {
        json.WriteStartArray();
        foreach (var attachment in attachments)
        {
            json.WriteStartArray();
            json.WriteStringValue(attachment.Hash);
            json.WriteStringValue(attachment.FileName);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteDisclosure(Utf8JsonWriter json, DisclosureFacts facts)
    {
        json.WriteStartArray();
        json.WriteStringValue($"{facts.Class}");
        json.WriteStringValue(facts.CatalogueNumber);
        json.WriteStringValue(facts.IssuingBody);
        json.WriteStringValue($"{facts.FormedOn:yyyy-MM-dd}");
        json.WriteStringValue($"{facts.ChangedOn:yyyy-MM-dd}");
        json.WriteStringValue($"{facts.Visibility}");
        json.WriteStringValue(facts.Grounds);
        json.WriteEndArray();
    }
}
