namespace WeChatBridge.WeChat.Inbound;

/// <summary>The two events that say what became of articles.</summary>
internal static class PublicationFields
{
    public static PublishReport PublishReport(FieldReader fields)
    {
        var info = fields.Inside("PublishEventInfo");
        return new PublishReport(
            info.RequiredId("publish_id"),
            info.RequiredNumber("publish_status"),
            info.Optional("article_id"),
            [.. info.Inside("article_detail").Each("item")
                .Select(item => new ArticleUrl(item.OptionalNumber("idx"), item.Optional("article_url")))],
            [.. info.Numbers("fail_idx")]);
    }

    public static MassSendReport MassSendReport(FieldReader fields) => new(
        fields.RequiredId("MsgID"),
        fields.Required("Status"),
        fields.OptionalNumber("TotalCount"),
        fields.OptionalNumber("FilterCount"),
        fields.OptionalNumber("SentCount"),
        fields.OptionalNumber("ErrorCount"),
        fields.Has("CopyrightCheckResult") ? CopyrightCheck(fields.Inside("CopyrightCheckResult")) : null,
        [.. Items(fields.Inside("ArticleUrlResult"))
            .Select(item => new ArticleUrl(item.OptionalNumber("ArticleIdx"), item.Optional("ArticleUrl")))]);

    private static CopyrightCheck CopyrightCheck(FieldReader check) =>
        new(check.OptionalNumber("CheckState"), [.. Items(check).Select(ArticleCopyright)]);

    private static ArticleCopyright ArticleCopyright(FieldReader item) => new(
        item.OptionalNumber("ArticleIdx"),
        item.OptionalNumber("UserDeclareState"),
        item.OptionalNumber("AuditState"),
        item.Optional("OriginalArticleUrl"),
        item.OptionalNumber("OriginalArticleType"),
        item.OptionalNumber("CanReprint"),
        item.OptionalNumber("NeedReplaceContent"),
        item.OptionalNumber("NeedShowReprintSource"));

    private static IEnumerable<FieldReader> Items(FieldReader result) => result.Inside("ResultList").Each("item");
}
