using WeChatBridge.Simulator.Api.Calls;

namespace WeChatBridge.Simulator.Api.Menus;

/// <summary>The limits of one level of a menu, lengths in UTF-8 bytes, and the code for each of them.</summary>
internal sealed record MenuLevel(
    int MostButtons,
    int LongestName,
    ErrorCode BadCount,
    ErrorCode BadType,
    ErrorCode BadName,
    ErrorCode BadKey,
    ErrorCode BadUrl,
    ErrorCode BadDomain);
