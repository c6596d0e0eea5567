namespace WeChatBridge.Publishing;

/// <content>What persons put in it.</content>
internal sealed partial class PublicationItem
{
    /// <summary>This version stands in this place from now on.</summary>
    public void Carry(PlannedArticle version)
    {
        (SubjectId, ContentHash, Title) = (version.SubjectId, version.ContentHash, version.Title);
        Forget();
    }
}
