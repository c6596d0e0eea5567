namespace WeChatBridge.Articles.Checks;

/// <summary>Something a check before submission found.</summary>
/// <param name="Rule">Which check.</param>
/// <param name="Weight">What it means for the submission.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Advice">What to do about it, in Chinese.</param>
internal sealed record CheckFinding(CheckRule Rule, CheckWeight Weight, CheckPlace Place, string Advice);

/// <summary>Where a finding stands.</summary>
/// <param name="Field">The part of the article.</param>
/// <param name="Label">The part in Chinese, with its number or name: 正文, 第2张图片的说明, 附件“名单.docx”.</param>
/// <param name="Offset">In the part's text, in UTF-16 units; of the body, in <see cref="Body.ArticleBody.Text"/>.</param>
/// <param name="Length">How long it is there; 0 where something is missing.</param>
/// <param name="Excerpt">The words around it, personal numbers masked.</param>
internal sealed record CheckPlace(ArticleField Field, string Label, int Offset, int Length, string Excerpt);

/// <summary>What a finding means for the submission.</summary>
internal enum CheckWeight
{
    /// <summary>It may stay if the writer says in writing why.</summary>
    NeedsReason,

    /// <summary>It cannot be submitted so.</summary>
    Blocking,
}

/// <summary>The checks.</summary>
internal enum CheckRule
{
    IdentityCard,
    BankCard,
    MobilePhone,
    HomeAddress,
    Misprint,
    AdvertisingWord,
    OrganName,
    SensitiveWord,
    ForeignLink,
    DeadLink,

    /// <summary>The network was not there to try it: a person must open it.</summary>
    UncheckedLink,
    PictureDescription,
    RepostSource,
    UnreadAttachment,

    /// <summary>Words in nearly the colour they stand on.</summary>
    UnreadableColour,

    /// <summary>Characters that turn the direction of writing: the words read otherwise than they stand there.</summary>
    TurnedDirection,
}
