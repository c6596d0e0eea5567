namespace WeChatBridge.Tests.Worlds;

/// <summary>Clear messages as the platform writes them, for tests that need one with a number or a fault of their own.</summary>
internal static class SampleMessage
{
    public static string Text(string account, string msgId, string content) => Of(
        account, $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>{msgId}</MsgId>");

    /// <summary>A message with these elements after the common ones.</summary>
    public static string Of(string account, string elements) =>
        $"""
        <xml><ToUserName><![CDATA[gh_sample{account}]]></ToUserName>
        <FromUserName><![CDATA[oSampleFollower000000000001]]></FromUserName>
        <CreateTime>1763800000</CreateTime>{elements}</xml>
        """;
}
