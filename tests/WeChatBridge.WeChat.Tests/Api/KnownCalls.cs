using System.Text;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Basic;
using WeChatBridge.WeChat.Api.Comment;
using WeChatBridge.WeChat.Api.Custom;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Api.Material;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Menu;
using WeChatBridge.WeChat.Api.Upload;

namespace WeChatBridge.WeChat.Tests.Api;

/// <summary>Every call the client offers, under the name of its file in <c>payloads/api-calls</c>.</summary>
internal static class KnownCalls
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private static readonly DateOnly Sunday = new(2026, 11, 8);
    private static readonly CommentedArticle Second = new("2247483650", 1);
    private static readonly MassContent Report = MassContent.Articles("DRAFT");

    private static readonly DraftArticle Article = new()
    {
        Title = "2026年“政务公开”工作报告 & 问答 <一> 🐎",
        Author = "红花尔基镇",
        Digest = "一句话\n摘要",
        Content = "<p style=\"color:#333\">正文\u00A0与\u2028换行</p>",
        ContentSourceUrl = "https://example.org/a?b=1&c=2",
        ThumbMediaId = "COVER",
        NeedOpenComment = true,
        PicCrop235To1 = "0_0_1_0.5",
    };

    private static readonly DraftArticle Pictures = new()
    {
        ArticleType = "newspic",
        Title = "图片消息",
        Content = "说明",
        ImageInfo = new DraftImageInfo { ImageList = [new("IMAGE-1"), new("IMAGE-2")] },
    };

    private static readonly MenuButton[] Buttons =
    [
        new() { Name = "查报告", Type = "click", Key = "REPORT" },
        new()
        {
            Name = "办事",
            SubButton =
            [
                new() { Name = "指南", Type = "view", Url = "https://example.org/guide?x=1&y=2" },
                new() { Name = "发布的文章", Type = "article_view_limited", ArticleId = "ARTICLE" },
                new() { Name = "小程序", Type = "miniprogram", Url = "https://example.org", AppId = "wxmini", PagePath = "pages/a" },
            ],
        },
    ];

    private static UploadFile Photo => new(new MemoryStream("bytes"u8.ToArray()), "年报\"封面\".jpg", "image/jpeg");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IReadOnlyDictionary<string, Func<WeChatApi, Task<CallEnd>>> All { get; }
        = new Dictionary<string, Func<WeChatApi, Task<CallEnd>>>
        {
            ["getcallbackip"] = api => End(api.Basic.GetCallbackIpAsync(Cancellation)),
            ["callback.check"] = api => End(api.Basic.CheckCallbackAsync(CheckOperator.Unicom, Cancellation)),
            ["clear_quota"] = api => End(api.Basic.ClearQuotaAsync(Cancellation)),
            ["openapi.quota.get"] = api => End(api.Basic.GetQuotaAsync("/cgi-bin/draft/add", Cancellation)),
            ["get_current_autoreply_info"] = api => End(api.AutoReply.GetCurrentAsync(Cancellation)),
            ["custom.send.text"] = api => End(api.Custom.SendAsync(
                "OPENID", CustomMessage.Text("您好😀\n<a href=\"tel:0470\">电话</a>"), Cancellation)),
            ["custom.send.image"] = api => End(api.Custom.SendAsync("OPENID", CustomMessage.Image("MEDIA"), Cancellation)),
            ["custom.send.news"] = api => End(api.Custom.SendAsync(
                "OPENID", CustomMessage.News(new("标题", "描述", "https://example.org/?a=1&b=2", "https://example.org/p.jpg")), Cancellation)),
            ["custom.send.mpnewsarticle"] = api => End(api.Custom.SendAsync("OPENID", CustomMessage.Article("ARTICLE"), Cancellation)),
            ["custom.send.msgmenu"] = api => End(api.Custom.SendAsync(
                "OPENID", CustomMessage.Choices(new("是否满意？", [new("101", "满意"), new("102", "不满意")], "谢谢")), Cancellation)),
            ["custom.typing"] = api => End(api.Custom.TypingAsync("OPENID", typing: true, Cancellation)),
            ["custom.typing.cancel"] = api => End(api.Custom.TypingAsync("OPENID", typing: false, Cancellation)),
            ["draft.add"] = api => End(api.Draft.AddAsync([Article, Pictures], Cancellation)),
            ["draft.update"] = api => End(api.Draft.UpdateAsync("DRAFT", 0, Article, Cancellation)),
            ["draft.get"] = api => End(api.Draft.GetAsync("DRAFT", Cancellation)),
            ["draft.delete"] = api => End(api.Draft.DeleteAsync("DRAFT", Cancellation)),
            ["draft.batchget"] = api => End(api.Draft.BatchGetAsync(0, 20, withContent: true, Cancellation)),
            ["draft.count"] = api => End(api.Draft.CountAsync(Cancellation)),
            ["freepublish.submit"] = api => End(api.FreePublish.SubmitAsync("DRAFT", Cancellation)),
            ["freepublish.get"] = api => End(api.FreePublish.GetAsync("100000001", Cancellation)),
            ["freepublish.get.failed"] = api => End(api.FreePublish.GetAsync("100000001", Cancellation)),
            ["freepublish.delete"] = api => End(api.FreePublish.DeleteAsync("ARTICLE", 1, Cancellation)),
            ["freepublish.getarticle"] = api => End(api.FreePublish.GetArticleAsync("ARTICLE", Cancellation)),
            ["freepublish.batchget"] = api => End(api.FreePublish.BatchGetAsync(20, 1, withContent: false, Cancellation)),
            ["mass.sendall.everybody"] = api => End(api.Mass.SendAllAsync(
                Report, tagId: null, "b2c9", sendIgnoreReprint: false, Cancellation)),
            ["mass.sendall.tag"] = api => End(api.Mass.SendAllAsync(
                MassContent.Images(["IMAGE-1", "IMAGE-2"], "推荐语"), tagId: 2, "b2c9", sendIgnoreReprint: false, Cancellation)),
            ["mass.sendall.repeated"] = api => End(api.Mass.SendAllAsync(
                Report, tagId: null, "b2c9", sendIgnoreReprint: true, Cancellation)),
            ["mass.send"] = api => End(api.Mass.SendAsync(
                MassContent.Text("通知"), ["O1", "O2"], "b2c9", sendIgnoreReprint: false, Cancellation)),
            ["mass.preview"] = api => End(api.Mass.PreviewAsync(Report, "OPENID", Cancellation)),
            ["mass.preview.name"] = api => End(api.Mass.PreviewByNameAsync(
                MassContent.Images(["IMAGE-1"], null), "weixin-name", Cancellation)),
            ["mass.delete"] = api => End(api.Mass.DeleteAsync("201053012", 2, Cancellation)),
            ["mass.delete.url"] = api => End(api.Mass.DeleteByUrlAsync("https://mp.weixin.qq.com/s?a=1&b=2", Cancellation)),
            ["mass.get"] = api => End(api.Mass.GetAsync("201053012", Cancellation)),
            ["media.uploadimg"] = api => End(api.Media.UploadImageAsync(Photo, Cancellation)),
            ["media.upload"] = api => End(api.Media.UploadAsync(MediaKind.Image, Photo, Cancellation)),
            ["media.upload.thumb"] = api => End(api.Media.UploadAsync(MediaKind.Thumb, Photo, Cancellation)),
            ["media.get"] = api => End(api.Media.GetAsync("MEDIA+/=", Cancellation)),
            ["media.get.video"] = api => End(api.Media.GetAsync("MEDIA", Cancellation)),
            ["material.add_material"] = api => End(api.Material.AddAsync(MediaKind.Image, Photo, Cancellation)),
            ["material.add_material.video"] = api => End(api.Material.AddVideoAsync(
                new(new MemoryStream(Encoding.UTF8.GetBytes("frames")), "会议.mp4", "video/mp4"), "会议😀", "简介", Cancellation)),
            ["material.get_material"] = api => End(api.Material.GetAsync("MEDIA", Cancellation)),
            ["material.get_material.video"] = api => End(api.Material.GetAsync("MEDIA", Cancellation)),
            ["material.get_material.news"] = api => End(api.Material.GetAsync("MEDIA", Cancellation)),
            ["material.del_material"] = api => End(api.Material.DeleteAsync("MEDIA", Cancellation)),
            ["material.batchget_material"] = api => End(api.Material.BatchGetAsync(MaterialListKind.Image, 0, 20, Cancellation)),
            ["material.get_materialcount"] = api => End(api.Material.CountAsync(Cancellation)),
            ["menu.create"] = api => End(api.Menu.CreateAsync(Buttons, Cancellation)),
            ["menu.get"] = api => End(api.Menu.GetAsync(Cancellation)),
            ["menu.delete"] = api => End(api.Menu.DeleteAsync(Cancellation)),
            ["get_current_selfmenu_info"] = api => End(api.Menu.GetCurrentAsync(Cancellation)),
            ["tags.get"] = api => End(api.Tags.GetAsync(Cancellation)),
            ["comment.open"] = api => End(api.Comment.OpenAsync(Second, Cancellation)),
            ["comment.close"] = api => End(api.Comment.CloseAsync(Second, Cancellation)),
            ["comment.list"] = api => End(api.Comment.ListAsync(Second, CommentKind.Elected, 0, 49, Cancellation)),
            ["comment.markelect"] = api => End(api.Comment.MarkElectAsync(Second, "7", Cancellation)),
            ["comment.unmarkelect"] = api => End(api.Comment.UnmarkElectAsync(Second, "7", Cancellation)),
            ["comment.delete"] = api => End(api.Comment.DeleteAsync(Second, "7", Cancellation)),
            ["comment.reply.add"] = api => End(api.Comment.AddReplyAsync(Second, "7", "感谢留言👍", Cancellation)),
            ["comment.reply.delete"] = api => End(api.Comment.DeleteReplyAsync(Second, "7", Cancellation)),
            ["datacube.getarticleread"] = api => End(api.DataCube.GetArticleReadAsync(Monday, Cancellation)),
            ["datacube.getarticleshare"] = api => End(api.DataCube.GetArticleShareAsync(Monday, Cancellation)),
            ["datacube.getbizsummary"] = api => End(api.DataCube.GetBizSummaryAsync(Monday, Sunday, Cancellation)),
            ["datacube.getarticletotaldetail"] = api => End(api.DataCube.GetArticleTotalDetailAsync(Monday, Cancellation)),
            ["datacube.getusersummary"] = api => End(api.DataCube.GetUserSummaryAsync(Monday, Sunday, Cancellation)),
            ["datacube.getusercumulate"] = api => End(api.DataCube.GetUserCumulateAsync(Monday, Sunday, Cancellation)),
            ["datacube.getupstreammsg"] = api => End(api.DataCube.GetUpstreamMessagesAsync(Monday, Sunday, Cancellation)),
            ["datacube.getinterfacesummary"] = api => End(api.DataCube.GetInterfaceSummaryAsync(Monday, Sunday, Cancellation)),
        };

    private static async Task<CallEnd> End<T>(Task<ApiResult<T>> call)
    {
        var result = await call;
        return new CallEnd(result is ApiResult<T>.Done done ? done.Value : null, result);
    }
}

/// <summary>How a call ended, whatever it returns.</summary>
/// <param name="Value">What it returned; null unless it was done.</param>
/// <param name="Result">The result itself.</param>
internal sealed record CallEnd(object? Value, object Result);
