using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.Json;

namespace WeChatBridge.WeChat.Api.Draft;

internal sealed record DraftAddRequest(IReadOnlyList<DraftArticle> Articles);

/// <summary><c>articles</c> is one object here, although its name and <c>draft/add</c> say otherwise.</summary>
internal sealed record DraftUpdateRequest(string MediaId, int Index, DraftArticle Articles);

internal sealed record MediaIdRequest(string MediaId);

internal sealed record PageRequest(int Offset, int Count, [property: JsonConverter(typeof(FlagConverter))] bool NoContent);
