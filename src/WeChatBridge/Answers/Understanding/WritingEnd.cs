using WeChatBridge.Search.Text;

namespace WeChatBridge.Answers.Understanding;

/// <summary>Reads that somebody has done with writing to the office; the whole message must say so.</summary>
internal static class WritingEnd
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "结束", "结束留言", "结束了", "完成", "写完了", "说完了", "留完了", "发完了", "就这些", "就这样", "没有了", "没了", "提交", "完毕", "完了",
    };

    /// <summary>The message is complete.</summary>
    public static bool IsDone(string words) => Words.Contains(QuestionText.Bare(words));

    /// <summary>The message is complete, or is not to be written after all.</summary>
    public static bool IsSaid(string words) => IsDone(words) || FollowerCommand.Read(words) == FollowerCommand.Cancel;
}
