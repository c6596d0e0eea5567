using System.Net;
using WeChatBridge.Articles;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Tests.Articles.Body;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Articles;

/// <summary>A picture on another site can change after it was examined: it is taken in before, or the article does not go.</summary>
public abstract class CollectingPicturesTests(StoreSource source) : StoreTests(source)
{
    private const string Map = "https://pictures.example/map.png";
    private const string Photo = "https://pictures.example/photo.png";

    private WritingOffice _office = null!;
    private Acting _editor = null!;

    [Fact]
    public async Task What_lies_on_another_site_is_not_submitted_until_it_is_taken_in()
    {
        var id = await ShowingAsync(Map);
        (await _office.SubmitsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("第 1 张图片在别的网站上");
        _office.Sites.Show(Map, WordFile.Dot);

        (await _office.CollectsAsync(_editor, id)).Value.HasChanged.ShouldBeTrue();

        var document = await _office.DocumentAsync((await _office.SubmitsAsync(_editor, id)).Value.ContentHash);
        var hash = StoredFile.HashOf(WordFile.Dot);
        document.BodyHtml.ShouldContain($"src=\"/files/{hash}\"");
        document.BodyHtml.ShouldNotContain("pictures.example");
        (await _office.FileAsync(hash)).ShouldNotBeNull().Content.ShouldBe(WordFile.Dot);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_had_is_named_and_nothing_changes()
    {
        var id = await ShowingAsync(Map, Photo);
        _office.Sites.Show(Map, WordFile.Dot);
        _office.Sites.Answer(Photo, HttpStatusCode.NotFound);
        var before = (await _office.SeesAsync(_editor, id)).Article.Revision;

        var refusal = (await _office.CollectsAsync(_editor, id)).Refusal.ShouldNotBeNull();

        refusal.ShouldContain(Photo);
        refusal.ShouldContain("404");
        refusal.ShouldNotContain(Map);
        (await _office.SeesAsync(_editor, id)).Article.Revision.ShouldBe(before);
    }

    [Fact]
    public async Task More_pictures_than_an_article_may_have_are_not_even_asked_for()
    {
        var id = await ShowingAsync([.. Enumerable.Range(0, ArticleLimits.MostPictures + 1).Select(i => $"https://pictures.example/{i}.png")]);

        (await _office.CollectsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("101");

        _office.Sites.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fetching_ends_where_the_pictures_are_more_than_an_article_can_take()
    {
        var addresses = Enumerable.Range(0, 6).Select(i => $"https://pictures.example/{i}.png").ToArray();
        var id = await ShowingAsync(addresses);
        foreach (var (address, i) in addresses.Select((address, i) => (address, i)))
        {
            _office.Sites.Show(address, [.. WordFile.Dot, .. new byte[9 * 1024 * 1024], (byte)i]);
        }

        (await _office.CollectsAsync(_editor, id)).Refusal.ShouldNotBeNull().ShouldContain("合计超过");

        _office.Sites.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Who_may_not_write_and_who_saw_an_older_state_fetch_nothing()
    {
        var id = await ShowingAsync(Map);
        var planner = await _office.People.TakesOnAsync("planner", StaffRole.DutyOfficer);

        (await _office.CollectsAsync(planner, id)).Refusal.ShouldNotBeNull();
        (await _office.CollectsAsync(_editor, id, seen: 0)).Refusal.ShouldNotBeNull();

        _office.Sites.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_article_without_such_pictures_is_left_as_it_is()
    {
        var id = await _office.WritesAsync(_editor);

        (await _office.CollectsAsync(_editor, id)).Value.HasChanged.ShouldBeFalse();
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _office = new WritingOffice(Contexts, Clock);
        _editor = await _office.People.TakesOnAsync("editor", StaffRole.Editor);
    }

    private Task<long> ShowingAsync(params string[] addresses)
    {
        var pictures = addresses.Select(address => $"<p><img src=\"{address}\" alt=\"停水区域示意图\"></p>");
        var body = $"<p>停水区域如图。</p>{string.Concat(pictures)}";
        return _office.WritesAsync(_editor, _office.Fine with { Content = _office.Fine.Content with { BodyHtml = body } });
    }

    public sealed class OnSqlite() : CollectingPicturesTests(new SqliteFiles());

    public sealed class OnPostgres(PostgresServer server) : CollectingPicturesTests(server);
}
