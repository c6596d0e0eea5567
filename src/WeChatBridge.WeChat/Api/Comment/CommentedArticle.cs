namespace WeChatBridge.WeChat.Api.Comment;

/// <summary>Names the article whose comments are meant.</summary>
/// <param name="MsgDataId">From <c>freepublish/submit</c> or the mass send.</param>
/// <param name="Index">Which article of the message, from 0.</param>
public sealed record CommentedArticle(string MsgDataId, int Index);
