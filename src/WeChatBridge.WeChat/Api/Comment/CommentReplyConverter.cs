using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Comment;

/// <summary>The page shows the reply once as an object and once as a list of one; both are read.</summary>
/// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/leaving/api_listcomment.html"/></remarks>
internal sealed class CommentReplyConverter : JsonConverter<CommentReply?>
{
    public override CommentReply? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return One(ref reader, options);
        }

        CommentReply? first = null;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var reply = One(ref reader, options);
            first ??= reply;
        }

        return first;
    }

    public override void Write(Utf8JsonWriter writer, CommentReply? value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value, options.GetTypeInfo(typeof(CommentReply)));

    private static CommentReply? One(ref Utf8JsonReader reader, JsonSerializerOptions options)
        => (CommentReply?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(CommentReply)));
}
