using System.Diagnostics;
using System.Text;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.WeChat.Replies;

/// <summary>Writes the body that answers a callback, before encryption.</summary>
public static class ReplyXml
{
    /// <summary>The body in UTF-8 without a byte order mark; <see cref="NoReply"/> is the word <c>success</c>, never encrypted.</summary>
    /// <param name="reply">What to say.</param>
    /// <param name="toOpenId">The follower: the callback's FromUserName.</param>
    /// <param name="fromOriginalId">The account (gh_…): the callback's ToUserName.</param>
    /// <param name="at">When the reply is made; written in whole Unix seconds.</param>
    public static byte[] Write(PassiveReply reply, string toOpenId, string fromOriginalId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply is NoReply)
        {
            return "success"u8.ToArray();
        }

        var xml = new StringBuilder("<xml>");
        XmlText.AppendElement(xml, "ToUserName", toOpenId);
        XmlText.AppendElement(xml, "FromUserName", fromOriginalId);
        XmlText.AppendNumber(xml, "CreateTime", at.ToUnixTimeSeconds());
        Append(xml, reply);
        return Encoding.UTF8.GetBytes(xml.Append("</xml>").ToString());
    }

    private static void Append(StringBuilder xml, PassiveReply reply)
    {
        switch (reply)
        {
            case TextReply text:
                AppendType(xml, "text");
                XmlText.AppendElement(xml, "Content", text.Content);
                break;
            case ImageReply image:
                AppendType(xml, "image");
                AppendGroup(xml, "Image", ("MediaId", image.MediaId));
                break;
            case VoiceReply voice:
                AppendType(xml, "voice");
                AppendGroup(xml, "Voice", ("MediaId", voice.MediaId));
                break;
            case VideoReply video:
                AppendType(xml, "video");
                AppendGroup(xml, "Video", ("MediaId", video.MediaId), ("Title", video.Title), ("Description", video.Description));
                break;
            case MusicReply music:
                AppendMusic(xml, music);
                break;
            case NewsReply news:
                AppendNews(xml, news);
                break;
            case TransferToCustomerServiceReply transfer:
                AppendTransfer(xml, transfer);
                break;
            default:
                throw new UnreachableException($"{reply.GetType().Name} has no XML.");
        }
    }

    private static void AppendMusic(StringBuilder xml, MusicReply music)
    {
        AppendType(xml, "music");
        AppendGroup(
            xml,
            "Music",
            ("Title", music.Title),
            ("Description", music.Description),
            ("MusicUrl", music.MusicUrl),
            ("HQMusicUrl", music.HighQualityMusicUrl),
            ("ThumbMediaId", music.ThumbMediaId));
    }

    private static void AppendNews(StringBuilder xml, NewsReply news)
    {
        AppendType(xml, "news");
        XmlText.AppendNumber(xml, "ArticleCount", news.Items.Count);
        xml.Append("<Articles>");
        foreach (var item in news.Items)
        {
            AppendGroup(
                xml, "item", ("Title", item.Title), ("Description", item.Description), ("PicUrl", item.PicUrl), ("Url", item.Url));
        }

        xml.Append("</Articles>");
    }

    private static void AppendTransfer(StringBuilder xml, TransferToCustomerServiceReply transfer)
    {
        AppendType(xml, "transfer_customer_service");
        if (transfer.KfAccount is not null)
        {
            AppendGroup(xml, "TransInfo", ("KfAccount", transfer.KfAccount));
        }
    }

    private static void AppendType(StringBuilder xml, string type) => XmlText.AppendElement(xml, "MsgType", type);

    private static void AppendGroup(StringBuilder xml, string name, params ReadOnlySpan<(string Name, string? Text)> fields)
    {
        xml.Append('<').Append(name).Append('>');
        foreach (var field in fields)
        {
            if (field.Text is not null)
            {
                XmlText.AppendElement(xml, field.Name, field.Text);
            }
        }

        xml.Append("</").Append(name).Append('>');
    }
}
