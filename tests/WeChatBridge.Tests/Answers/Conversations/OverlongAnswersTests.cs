using Microsoft.Extensions.Logging;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Answers.Conversations;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;
using WeChatBridge.WeChat.Inbound;
using WeChatBridge.WeChat.Replies;

namespace WeChatBridge.Tests.Answers.Conversations;

/// <summary>What some part of the product says at too great a length.</summary>
public sealed class OverlongAnswersTests() : StoreTests(new SqliteFiles())
{
    [Fact]
    public async Task What_no_reply_can_carry_is_cut_before_it_is_stored_and_told_to_the_log()
    {
        using var log = new LogBook();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(log));
        var router = new ConversationRouter([new Talkative()], Contexts, Clock, logs.CreateLogger<ConversationRouter>());
        var account = new ServedAccount("zhengwu", 0, "政务", ContactCard.Empty, null);
        var message = new TextMessage(new InboundHeader("gh_sample", "oSample", 1), new MessageIdentity("1"), "公积金");

        var answered = await router.AnswerAsync(account, message, Cancellation);

        answered.Answer.Text.Length.ShouldBe(TextLimit.MaxCharacters);
        new TextReply(answered.Answer.Text).Content.ShouldStartWith("办理须知");
        log.Lines.ShouldContain(line => line.Contains("too long") && line.Contains("700"));
    }

    private sealed class Talkative : IRespondent
    {
        public ValueTask<Answer?> AnswerAsync(Turn turn, CancellationToken cancellationToken) =>
            ValueTask.FromResult<Answer?>(new Answer(AnswerKind.Guidance, "办理须知".PadRight(700, '长')));
    }
}
