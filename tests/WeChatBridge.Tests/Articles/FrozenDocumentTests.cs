using FsCheck;
using FsCheck.Fluent;
using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Publishing;
using WeChatBridge.Reports;
using WeChatBridge.Tests.Conventions;

namespace WeChatBridge.Tests.Articles;

/// <summary>The hash an approval is bound to: any change gives another, and a save that changes nothing gives the same.</summary>
public sealed class FrozenDocumentTests
{
    private static readonly string Golden =
        Path.Combine(Repository.Root, "tests", "WeChatBridge.Tests", "Golden", "Articles", "frozen.json");

    // Every single thing that can change; a new property of the content must be added here and to the document.
    private static readonly Dictionary<string, Func<ArticleContent, string, ArticleContent>> Changes = new()
    {
        ["Title"] = (content, text) => content with { Title = content.Title + text },
        ["Author"] = (content, text) => content with { Author = content.Author + text },
        ["Digest"] = (content, text) => content with { Digest = content.Digest + text },
        ["BodyHtml"] = (content, text) => content with { BodyHtml = content.BodyHtml + text },
        ["SourceLink"] = (content, text) => content with { SourceLink = content.SourceLink + text },
        ["RepostedFrom"] = (content, text) => content with { RepostedFrom = content.RepostedFrom + text },
        ["IsRepost"] = (content, _) => content with { IsRepost = !content.IsRepost },
        ["CommentsOpen"] = (content, _) => content with { CommentsOpen = !content.CommentsOpen },
        ["OnlyFollowersComment"] = (content, _) => content with { OnlyFollowersComment = !content.OnlyFollowersComment },
        ["Cover"] = (content, text) => content with { Cover = new ArticleCover(content.Cover?.Hash + text, content.Cover?.FileName ?? "") },
        ["Cover removed"] = (content, text) => content with { Cover = content.Cover is null ? new ArticleCover("", text) : null },
        ["Attachments"] = (content, text) => content with { Attachments = [.. content.Attachments, new ArticleAttachment(text, "", null)] },
        ["Disclosure"] = (content, text) => With(content, content.Disclosure with { IssuingBody = content.Disclosure.IssuingBody + text }),
        ["Disclosure.CatalogueNumber"] = (content, text) => With(content, content.Disclosure with
        {
            CatalogueNumber = content.Disclosure.CatalogueNumber + text,
        }),
        ["Disclosure.Grounds"] = (content, text) => With(content, content.Disclosure with { Grounds = content.Disclosure.Grounds + text }),
        ["Disclosure.Class"] = (content, _) => With(content, content.Disclosure with
        {
            Class = content.Disclosure.Class == DisclosureClass.Withheld ? null : DisclosureClass.Withheld,
        }),
        ["Disclosure.FormedOn"] = (content, _) => With(content, content.Disclosure with { FormedOn = Other(content.Disclosure.FormedOn) }),
        ["Disclosure.ChangedOn"] = (content, _) => With(content, content.Disclosure with
        {
            ChangedOn = Other(content.Disclosure.ChangedOn),
        }),
        ["Disclosure.Visibility"] = (content, _) => With(content, content.Disclosure with
        {
            Visibility = content.Disclosure.Visibility == Visibility.Public ? Visibility.Internal : Visibility.Public,
        }),
    };

    private static readonly Gen<string> Texts = Gen.Elements("甲", "\"", "\\", "\",\"", ",", "]", "[", "😀", "\n", " ", "null", "0")
        .NonEmptyListOf().Select(pieces => string.Concat(pieces));

    private static readonly Gen<ArticleContent> Contents =
        from changes in Gen.Elements(Changes.Keys.ToArray()).ListOf()
        from text in Texts
        select changes.Aggregate(SampleArticle.Fine, (content, change) => Changes[change](content, text));

    [Fact]
    public void Any_single_change_gives_another_hash() => Prop.ForAll(
        Contents.ToArbitrary(), Gen.Elements(Changes.Keys.ToArray()).ToArbitrary(), Texts.ToArbitrary(),
        (content, change, text) => Hash(Changes[change](content, text)) != Hash(content)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_content_gives_the_same_hash() => Prop.ForAll(Contents.ToArbitrary(), content =>
        Hash(content with
        {
            Attachments = [.. content.Attachments.Select(attachment => attachment with { })],
            Disclosure = content.Disclosure with { },
        }) == Hash(content)).QuickCheckThrowOnFailure();

    [Fact]
    public void Account_act_and_audience_are_part_of_it()
    {
        var hash = Hash(SampleArticle.Fine);
        var draft = new ArticleDraft(SampleArticle.Fine);

        draft.Freeze("renda", null).Hash().ShouldNotBe(hash);
        (draft with { Act = SendingAct.MassSend }).Freeze("zhengwu", null).Hash().ShouldNotBe(hash);
        (draft with { AudienceTag = 2 }).Freeze("zhengwu", null).Hash().ShouldNotBe(hash);
        draft.Freeze("zhengwu", new DateOnly(2026, 3, 16)).Hash().ShouldNotBe(hash);
    }

    [Fact]
    public void What_moves_from_one_field_to_the_next_changes_it() =>
        Hash(SampleArticle.Fine with { Title = "甲乙", Author = "丙" })
            .ShouldNotBe(Hash(SampleArticle.Fine with { Title = "甲", Author = "乙丙" }));

    [Fact]
    public void Every_part_of_the_content_is_covered() =>
        typeof(ArticleContent).GetProperties().Select(property => property.Name)
            .Concat(typeof(DisclosureFacts).GetProperties().Where(property => property.CanWrite)
                .Select(property => $"Disclosure.{property.Name}"))
            .Where(name => name != "Disclosure.IssuingBody") // stands under "Disclosure"
            .Except(Changes.Keys).ShouldBeEmpty("Add it to the document, and the way it changes to this test.");

    [Fact]
    public void A_better_reader_of_attachments_voids_no_approval() => Hash(SampleArticle.Fine with
    {
        Attachments = [.. SampleArticle.Fine.Attachments.Select(attachment => attachment with { Text = "读出来的文字" })],
    }).ShouldBe(Hash(SampleArticle.Fine));

    // A later version of the program must know the approvals of this one.
    [Fact]
    public void The_bytes_of_a_known_document_never_change()
    {
        var document = new ArticleDraft(SampleArticle.Fine, SendingAct.MassSend, 2).Freeze("zhengwu", new DateOnly(2026, 3, 16));

        document.ToBytes().ShouldBe(File.ReadAllBytes(Golden));
        document.Hash().ShouldBe("0259ac7a608e9c3dcbf5dc02b8d66ed2c95c2556b7d57aded6e03029115b4ed5");
    }

    [Fact]
    public void What_was_frozen_is_read_back_whole()
    {
        var read = ArticleDocument.Read(File.ReadAllBytes(Golden));

        read.ToBytes().ShouldBe(File.ReadAllBytes(Golden));
        (read.Title, read.Act, read.AudienceTag, read.Disclosure.Class, read.Disclosure.DueOn)
            .ShouldBe((SampleArticle.Fine.Title, SendingAct.MassSend, 2, "Proactive", new DateOnly(2026, 3, 16)));
    }

    private static string Hash(ArticleContent content) => new ArticleDraft(content).Freeze("zhengwu", null).Hash();

    private static ArticleContent With(ArticleContent content, DisclosureFacts facts) => content with { Disclosure = facts };

    private static DateOnly? Other(DateOnly? date) => date is { } day ? day.AddDays(1) : new DateOnly(2026, 1, 1);
}
