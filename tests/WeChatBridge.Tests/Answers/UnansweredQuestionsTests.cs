using WeChatBridge.Answers;
using WeChatBridge.Answers.Understanding;
using WeChatBridge.Search.Index;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Answers;

public abstract class UnansweredQuestionsTests(StoreSource source) : StoreTests(source)
{
    private ReadingOffice _office = null!;
    private Acting _editor = null!;

    [Fact]
    public async Task The_same_wish_in_other_words_is_one_line_with_its_count_and_newest_wordings()
    {
        await AskAsync("宽带怎么装", "快递点在哪里", "请问宽带怎么装？", "宽带怎么安装", "宽带怎么装");

        var groups = await ListAsync();

        groups.Select(group => group.Count).ShouldBe([4, 1]);
        groups[0].Examples.ShouldBe(["宽带怎么装", "宽带怎么安装", "请问宽带怎么装？"]);
        (groups[0].LastAskedAt - groups[0].FirstAskedAt).ShouldBe(TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task Another_script_is_grouped_apart()
    {
        await AskAsync("Цахилгаан хэзээ ирэх вэ", "停电什么时候来电", "ᠴᠠᠬᠢᠯᠭᠠᠨ");

        (await ListAsync()).Select(group => group.Script)
            .ShouldBe([WritingSystem.Mongolian, WritingSystem.Han, WritingSystem.Cyrillic]);
    }

    [Fact]
    public async Task What_was_dealt_with_is_gone_until_somebody_asks_again()
    {
        await AskAsync("宽带怎么装", "请问宽带怎么装？", "快递点在哪里");
        var group = (await ListAsync())[0];

        (await ResolveAsync(group.Id, QuestionResolution.NotOurs)).Value.ShouldBe(2);

        (await ListAsync()).ShouldHaveSingleItem().Examples.ShouldBe(["快递点在哪里"]);
        await AskAsync("镇上宽带怎么装");
        var back = (await ListAsync()).Single(one => one.Examples.Contains("镇上宽带怎么装"));
        (back.Count, back.ResolvedBefore).ShouldBe((1, QuestionResolution.NotOurs));
    }

    [Fact]
    public async Task Dealing_with_it_is_audited_without_a_word_of_the_question()
    {
        await AskAsync("宽带怎么装", "请问宽带怎么装？");
        var group = (await ListAsync()).Single();

        await ResolveAsync(group.Id, QuestionResolution.Rule);

        var entry = (await _office.AuditAsync())[^1];
        (entry.Actor, entry.Action, entry.Subject, entry.Detail)
            .ShouldBe(("editor", "question.resolve", $"question/{group.Id}", "Rule; 2 questions"));
        (await ResolveAsync(group.Id, QuestionResolution.Rule)).Refusal.ShouldNotBeNull().ShouldContain("没有编号");
    }

    [Fact]
    public async Task Each_account_sees_its_own_and_only_who_may()
    {
        await AskAsync("宽带怎么装");
        await _office.MissesAsync("代表怎么联系", "renda");
        var stranger = await _office.TakesOnAsync("supervisor", StaffRole.Supervisor);

        (await ListAsync()).ShouldHaveSingleItem().Examples.ShouldBe(["宽带怎么装"]);
        (await _office.Unanswered(Vocabulary.Empty).ListAsync("renda", _editor, Cancellation)).IsDone.ShouldBeFalse();
        (await _office.Unanswered(Vocabulary.Empty).ListAsync("zhengwu", stranger, Cancellation)).Refusal.ShouldNotBeNull();
        (await _office.Unanswered(Vocabulary.Empty).ResolveAsync("zhengwu", 1, QuestionResolution.Rule, stranger, Cancellation))
            .Refusal.ShouldNotBeNull();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Clock.StandStill();
        _office = new ReadingOffice(Contexts, Clock);
        _editor = await _office.TakesOnAsync("editor", StaffRole.Editor);
    }

    private async Task AskAsync(params string[] questions)
    {
        foreach (var words in questions)
        {
            await _office.MissesAsync(words);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private async Task<IReadOnlyList<UnansweredGroup>> ListAsync() =>
        (await _office.Unanswered(Vocabulary.Empty).ListAsync("zhengwu", _editor, Cancellation)).Value;

    private Task<Outcome<int>> ResolveAsync(long id, QuestionResolution resolution) =>
        _office.Unanswered(Vocabulary.Empty).ResolveAsync("zhengwu", id, resolution, _editor, Cancellation);

    public sealed class OnSqlite() : UnansweredQuestionsTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : UnansweredQuestionsTests(server);
}
