using WeChatBridge.Accounts;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Reports;
using WeChatBridge.Staff;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Articles;

/// <summary>Each limit of the platform and each fact of disclosure that stops a submission, alone.</summary>
public abstract class ArticleReadinessTests(StoreSource source) : StoreTests(source)
{
    private WritingOffice _office = null!;
    private Acting _editor = null!;

    public static TheoryData<string> FactsThatForbid =>
    [
        "Class", "OnRequest", "Withheld", "Internal", "CatalogueNumber", "UnknownNumber", "IssuingBody", "FormedOn", "Ahead", "Reversed",
    ];

    public static TheoryData<string> Limits => ["Title", "Author", "Digest", "Body", "Picture", "SourceLink"];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_limit_of_the_platform_is_told_while_writing_and_stops_the_submission(string field)
    {
        var id = await _office.WritesAsync(_editor);

        (await _office.SavesAsync(_editor, id, content => Broken(content, field))).Refusal.ShouldBeNull();

        (await _office.SeesAsync(_editor, id)).Readiness.Limits.ShouldHaveSingleItem().Field.ToString().ShouldBe(field);
        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(FactsThatForbid))]
    public async Task Facts_that_are_missing_or_forbid_it_stop_the_submission(string fact)
    {
        var id = await _office.WritesAsync(_editor);
        await _office.SavesAsync(_editor, id, content => content with { Disclosure = Spoilt(content.Disclosure, fact) });

        (await _office.SeesAsync(_editor, id)).Readiness.Disclosure.ShouldHaveSingleItem();
        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new WritingOffice(Contexts, Clock);
        _editor = await _office.People.TakesOnAsync("editor", StaffRole.Editor);
    }

    private static ArticleContent Broken(ArticleContent content, string field) => field switch
    {
        "Title" => content with { Title = new string('字', 33) },
        "Author" => content with { Author = new string('字', 17) },
        "Digest" => content with { Digest = new string('字', 121) },
        "Body" => content with { BodyHtml = $"<p>{new string('a', 20_000)}</p>" },
        "Picture" => content with { BodyHtml = $"<p><img src=\"/files/{new string('a', 64)}\" alt=\"图\"></p>" },
        _ => content with { SourceLink = "www.gov.cn" },
    };

    private DisclosureFacts Spoilt(DisclosureFacts facts, string fact) => fact switch
    {
        "Class" => facts with { Class = null },
        "OnRequest" => facts with { Class = DisclosureClass.OnRequest },
        "Withheld" => facts with { Class = DisclosureClass.Withheld },
        "Internal" => facts with { Visibility = Visibility.Internal },
        "CatalogueNumber" => facts with { CatalogueNumber = "" },
        "UnknownNumber" => facts with { CatalogueNumber = "99-1" },
        "IssuingBody" => facts with { IssuingBody = " " },
        "FormedOn" => facts with { FormedOn = null },
        "Ahead" => facts with { FormedOn = Clock.Today().AddDays(1) },
        _ => facts with { ChangedOn = facts.FormedOn!.Value.AddDays(-1) },
    };

    public sealed class OnSqlite() : ArticleReadinessTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : ArticleReadinessTests(server);
}
