using System.Text.Json.Serialization;

namespace WeChatBridge.WeChat.Api.Basic;

/// <summary>From which network the platform shall check our callback address.</summary>
public enum CheckOperator
{
    /// <summary>Whichever the address belongs to.</summary>
    [JsonStringEnumMemberName("DEFAULT")]
    Default = 0,

    /// <summary>中国电信.</summary>
    [JsonStringEnumMemberName("CHINANET")]
    ChinaNet,

    /// <summary>中国联通.</summary>
    [JsonStringEnumMemberName("UNICOM")]
    Unicom,

    /// <summary>腾讯自建出口.</summary>
    [JsonStringEnumMemberName("CAP")]
    Cap,
}
