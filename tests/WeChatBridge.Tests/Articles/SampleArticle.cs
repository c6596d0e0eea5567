using WeChatBridge.Articles;
using WeChatBridge.Articles.Disclosure;

namespace WeChatBridge.Tests.Articles;

/// <summary>An article nothing is wrong with, to be spoilt by a test in one respect.</summary>
internal static class SampleArticle
{
    public static readonly string CoverHash = new('c', 64);
    public static readonly string PictureHash = new('d', 64);

    public static readonly ArticleContent Fine = new()
    {
        Title = "关于城乡居民医保集中缴费的通知",
        Author = "镇党政综合办公室",
        Digest = "集中缴费期到12月31日。",
        BodyHtml = "<p>集中缴费期到12月31日，咨询电话0470-0000000。</p>\n"
            + $"<p><img src=\"/files/{PictureHash}\" alt=\"缴费流程图\" style=\"max-width:100%\"></p>",
        Cover = new ArticleCover(CoverHash, "封面.png"),
        SourceLink = "https://www.example.gov.cn/notice/1.html",
        Attachments = [new ArticleAttachment(new string('e', 64), "办理点一览.docx", "便民服务中心 一楼")],
        Disclosure = new DisclosureFacts
        {
            Class = DisclosureClass.Proactive,
            CatalogueNumber = "20-11",
            IssuingBody = "镇人民政府",
            FormedOn = new DateOnly(2026, 2, 10),
        },
    };

    public static readonly IReadOnlyDictionary<string, PictureFile> Pictures = new Dictionary<string, PictureFile>
    {
        [CoverHash] = new("image/png", 40_000),
        [PictureHash] = new("image/jpeg", 80_000),
    };

    public static ArticleContent Saying(string html) => Fine with { BodyHtml = html };
}
