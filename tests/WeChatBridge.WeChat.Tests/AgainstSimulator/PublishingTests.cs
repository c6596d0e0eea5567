using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Errors;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;
using Ending = WeChatBridge.Simulator.Api.Publishing.PublishStatus;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

public sealed class PublishingTests
{
    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    [Fact]
    public async Task An_article_goes_from_pictures_to_draft_to_readers_as_it_was_written()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var picture = await DoneAsync(office.Api.Media.UploadImageAsync(SimulatedOffice.Picture(), Cancellation));
        var article = await ArticleAsync(office, $"<p>正文\u00A0😀 &amp; <b>“引号”</b></p><img src=\"{picture.Url}\">");

        var draft = await DoneAsync(office.Api.Draft.AddAsync([article], Cancellation));
        var kept = (await DoneAsync(office.Api.Draft.GetAsync(draft.MediaId, Cancellation))).NewsItem.ShouldHaveSingleItem();
        var submitted = await DoneAsync(office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation));
        (await StateAsync(office, submitted)).PublishStatus.ShouldBe(PublishStatus.Publishing);
        office.Passes(office.Account.Publications.Duration);
        var state = await StateAsync(office, submitted);

        kept.Title.ShouldBe(article.Title);
        kept.Content.ShouldBe(article.Content);
        kept.NeedOpenComment.ShouldBeTrue();
        kept.ThumbMediaId.ShouldBe(article.ThumbMediaId);
        submitted.MsgDataId.ShouldBe($"{office.Account.Publications.All[0].MessageDataId}");
        state.PublishStatus.ShouldBe(PublishStatus.Succeeded);
        state.ArticleDetail!.Item.ShouldHaveSingleItem().Idx.ShouldBe(1);
        var published = await DoneAsync(office.Api.FreePublish.GetArticleAsync(state.ArticleId!, Cancellation));
        published.NewsItem.ShouldHaveSingleItem().Content.ShouldBe(article.Content);
        (await RefusedAsync(office.Api.Draft.GetAsync(draft.MediaId, Cancellation))).Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Publications_are_listed_and_taken_down()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var submitted = await SubmitAsync(office);
        office.Passes(office.Account.Publications.Duration);

        var page = await DoneAsync(office.Api.FreePublish.BatchGetAsync(0, 20, withContent: false, Cancellation));
        var listed = page.Item.ShouldHaveSingleItem();
        page.TotalCount.ShouldBe(1);
        listed.Content!.NewsItem[0].Content.ShouldBe("");
        listed.UpdateTime.ShouldBe(office.Platform.Clock.GetUtcNow());

        await DoneAsync(office.Api.FreePublish.DeleteAsync(listed.ArticleId, 0, Cancellation));
        (await StateAsync(office, submitted)).PublishStatus.ShouldBe(PublishStatus.DeletedByUser);
    }

    [Theory]
    [InlineData(Ending.OriginalCheckFailed, PublishStatus.OriginalCheckFailed)]
    [InlineData(Ending.Failed, PublishStatus.Failed)]
    [InlineData(Ending.ReviewRejected, PublishStatus.ReviewRejected)]
    public async Task A_publication_that_fails_says_why_and_where(Ending ending, PublishStatus status)
    {
        await using var office = await SimulatedOffice.StartAsync();
        office.Account.Publications.EndNextWith(ending, 1);
        var submitted = await SubmitAsync(office);
        office.Passes(office.Account.Publications.Duration);

        var state = await StateAsync(office, submitted);

        state.PublishStatus.ShouldBe(status);
        state.FailIdx.ShouldBe([1]);
        state.ArticleId.ShouldBeNull();
    }

    [Fact]
    public async Task Drafts_are_listed_changed_counted_and_deleted()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var article = await ArticleAsync(office, "<p>一</p>");
        var draft = await DoneAsync(office.Api.Draft.AddAsync([article, article], Cancellation));

        await DoneAsync(office.Api.Draft.UpdateAsync(draft.MediaId, 1, article with { Title = "第二篇👍" }, Cancellation));
        var page = await DoneAsync(office.Api.Draft.BatchGetAsync(0, 20, withContent: true, Cancellation));
        var listed = page.Item.ShouldHaveSingleItem();

        listed.MediaId.ShouldBe(draft.MediaId);
        listed.Content!.NewsItem.Select(item => item.Title).ShouldBe([article.Title, "第二篇👍"]);
        (await DoneAsync(office.Api.Draft.CountAsync(Cancellation))).TotalCount.ShouldBe(1);
        await DoneAsync(office.Api.Draft.DeleteAsync(draft.MediaId, Cancellation));
        (await DoneAsync(office.Api.Draft.CountAsync(Cancellation))).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_of_pictures_keeps_its_pictures()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var material = await DoneAsync(office.Api.Material.AddAsync(MediaKind.Image, SimulatedOffice.Picture(), Cancellation));
        var article = new DraftArticle
        {
            ArticleType = "newspic",
            Title = "图片消息",
            Content = "说明",
            ImageInfo = new DraftImageInfo { ImageList = [new(material.MediaId)] },
        };

        var draft = await DoneAsync(office.Api.Draft.AddAsync([article], Cancellation));
        var kept = await DoneAsync(office.Api.Draft.GetAsync(draft.MediaId, Cancellation));

        kept.NewsItem[0].ArticleType.ShouldBe("newspic");
        kept.NewsItem[0].ImageInfo!.ImageList.ShouldBe([new DraftImage(material.MediaId)]);
    }

    [Fact]
    public async Task What_the_platform_does_not_accept_comes_back_as_content_to_change()
    {
        await using var office = await SimulatedOffice.StartAsync();
        var article = await ArticleAsync(office, "<p>正文</p>");
        DraftArticle[] wrong =
        [
            article with { Title = new string('长', 33) },
            article with { Author = new string('长', 17) },
            article with { Digest = new string('长', 129) },
            article with { Content = new string('长', 20_000) },
            article with { PicCrop235To1 = "9_9_9_9" },
        ];

        foreach (var refused in wrong)
        {
            (await RefusedAsync(office.Api.Draft.AddAsync([refused], Cancellation))).Kind.ShouldBe(ErrorKind.ContentRejected);
        }
    }

    [Fact]
    public async Task An_unverified_account_may_draft_but_not_publish()
    {
        await using var office = await SimulatedOffice.StartAsync(verified: false);
        var draft = await DoneAsync(office.Api.Draft.AddAsync([await ArticleAsync(office, "<p>正文</p>")], Cancellation));

        var error = await RefusedAsync(office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation));

        error.Kind.ShouldBe(ErrorKind.RightMissing);
        error.Code.ShouldBe(48001);
    }

    internal static async Task<DraftArticle> ArticleAsync(SimulatedOffice office, string content)
    {
        var cover = await DoneAsync(office.Api.Material.AddAsync(MediaKind.Image, SimulatedOffice.Picture(), Cancellation));
        return new DraftArticle
        {
            Title = "2034年“政务公开”年报 <问答> & 🐎",
            Author = "红花尔基镇",
            Digest = "摘要",
            Content = content,
            ThumbMediaId = cover.MediaId,
            NeedOpenComment = true,
        };
    }

    private static async Task<PublishSubmitted> SubmitAsync(SimulatedOffice office)
    {
        var draft = await DoneAsync(office.Api.Draft.AddAsync([await ArticleAsync(office, "<p>正文</p>")], Cancellation));
        return await DoneAsync(office.Api.FreePublish.SubmitAsync(draft.MediaId, Cancellation));
    }

    private static Task<PublishState> StateAsync(SimulatedOffice office, PublishSubmitted submitted)
        => DoneAsync(office.Api.FreePublish.GetAsync(submitted.PublishId, Cancellation));
}
