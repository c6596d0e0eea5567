using WeChatBridge.Articles;

namespace WeChatBridge.Tests.Articles;

public sealed class ArticleLimitsTests
{
    [Fact]
    public void An_article_within_all_limits_breaks_none() => Breaches(SampleArticle.Fine).ShouldBeEmpty();

    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    public void A_title_has_at_most_32_characters(int length, bool breaks) =>
        Fields(SampleArticle.Fine with { Title = new string('字', length) }).Contains(ArticleField.Title).ShouldBe(breaks);

    [Fact]
    public void A_character_outside_the_basic_plane_counts_once() =>
        Breaches(SampleArticle.Fine with { Title = string.Concat(Enumerable.Repeat("😀", 32)) }).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("　 ")]
    [InlineData("第一行\n第二行")]
    [InlineData("半个\uD83D字")]
    public void A_title_is_one_line_of_something_readable(string title) =>
        Fields(SampleArticle.Fine with { Title = title }).ShouldBe([ArticleField.Title]);

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public void An_author_has_at_most_16_characters(int length, bool breaks) =>
        Fields(SampleArticle.Fine with { Author = new string('字', length) }).Contains(ArticleField.Author).ShouldBe(breaks);

    [Theory]
    [InlineData(120, false)]
    [InlineData(121, true)]
    public void A_digest_has_at_most_120_characters(int length, bool breaks) =>
        Fields(SampleArticle.Fine with { Digest = new string('字', length) }).Contains(ArticleField.Digest).ShouldBe(breaks);

    [Fact]
    public void A_breach_says_how_much_is_too_much() => Breaches(SampleArticle.Fine with { Title = new string('字', 35) })
        .ShouldHaveSingleItem().Sentence.ShouldBe("标题最多 32 个字，现在 35 个字，请删去 3 个字。");

    [Theory]
    [InlineData(19_992, false)]
    [InlineData(19_993, true)]
    public void A_body_has_fewer_than_20000_characters_markup_included(int length, bool breaks) =>
        Fields(SampleArticle.Saying($"<p>{new string('a', length)}</p>")).Contains(ArticleField.Body).ShouldBe(breaks);

    [Fact]
    public void A_body_is_counted_with_the_longer_addresses_its_pictures_will_have()
    {
        var picture = $"<img src=\"/files/{SampleArticle.PictureHash}\">";
        var html = $"<p>{new string('字', 19_950 - picture.Length)}{picture}</p>";

        html.Length.ShouldBeLessThan(20_000);
        Fields(SampleArticle.Saying(html)).ShouldBe([ArticleField.Body]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>&nbsp;</p>")]
    public void A_body_with_nothing_to_see_is_missing(string html) => Fields(SampleArticle.Saying(html)).ShouldBe([ArticleField.Body]);

    [Fact]
    public void A_picture_alone_is_a_body() =>
        Breaches(SampleArticle.Saying($"<img src=\"/files/{SampleArticle.PictureHash}\">")).ShouldBeEmpty();

    [Theory]
    [InlineData("image/png", 1_048_575, null)]
    [InlineData("image/png", 1_048_576, "第 1 张图片有 1024 KB")]
    [InlineData("image/webp", 10, "WEBP")]
    [InlineData("image/gif", 10, "GIF")]
    public void A_picture_in_the_body_is_jpg_or_png_under_a_megabyte(string type, long length, string? named)
    {
        var breaches = ArticleLimits.Check(SampleArticle.Fine, With(SampleArticle.PictureHash, new PictureFile(type, length)));

        breaches.Select(breach => breach.Field).ShouldBe(named is null ? [] : [ArticleField.Picture]);
        breaches.ShouldAllBe(breach => breach.Sentence.Contains(named!));
    }

    [Fact]
    public void A_picture_nobody_stored_is_named() => ArticleLimits
        .Check(SampleArticle.Fine, new Dictionary<string, PictureFile> { [SampleArticle.CoverHash] = new("image/png", 1) })
        .ShouldHaveSingleItem().Field.ShouldBe(ArticleField.Picture);

    [Fact]
    public void There_are_at_most_100_pictures() => Fields(SampleArticle.Saying(string.Concat(
        Enumerable.Repeat($"<img src=\"/files/{SampleArticle.PictureHash}\">", 101)))).ShouldContain(ArticleField.Picture);

    [Theory]
    [InlineData("image/gif", 10_485_760, false)]
    [InlineData("image/gif", 10_485_761, true)]
    [InlineData("image/webp", 10, true)]
    public void A_cover_is_a_picture_of_at_most_ten_megabytes(string type, long length, bool breaks) => ArticleLimits
        .Check(SampleArticle.Fine, With(SampleArticle.CoverHash, new PictureFile(type, length)))
        .Any(breach => breach.Field == ArticleField.Cover).ShouldBe(breaks);

    [Fact]
    public void A_cover_is_needed() => Fields(SampleArticle.Fine with { Cover = null }).ShouldBe([ArticleField.Cover]);

    [Theory]
    [InlineData("", false)]
    [InlineData("https://www.gov.cn/", false)]
    [InlineData("www.gov.cn", true)]
    [InlineData("javascript:alert(1)", true)]
    public void A_source_link_is_a_whole_address(string link, bool breaks) =>
        Fields(SampleArticle.Fine with { SourceLink = link }).Contains(ArticleField.SourceLink).ShouldBe(breaks);

    [Fact]
    public void A_source_link_has_at_most_a_kilobyte() => Fields(SampleArticle.Fine with
    {
        SourceLink = "https://www.gov.cn/" + new string('a', 1006),
    }).ShouldBe([ArticleField.SourceLink]);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void A_message_holds_one_to_eight_articles(int articles, bool breaks) =>
        (ArticleLimits.CheckMessage(articles) is not null).ShouldBe(breaks);

    private static Dictionary<string, PictureFile> With(string hash, PictureFile file) => new(SampleArticle.Pictures) { [hash] = file };

    private static IReadOnlyList<LimitBreach> Breaches(ArticleContent content) => ArticleLimits.Check(content, SampleArticle.Pictures);

    private static IEnumerable<ArticleField> Fields(ArticleContent content) => Breaches(content).Select(breach => breach.Field);
}
