using System.Text.Json.Serialization;
using WeChatBridge.WeChat.Api.AutoReply;
using WeChatBridge.WeChat.Api.Basic;
using WeChatBridge.WeChat.Api.Comment;
using WeChatBridge.WeChat.Api.Custom;
using WeChatBridge.WeChat.Api.DataCube;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Api.Material;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Menu;
using WeChatBridge.WeChat.Api.Tags;
using WeChatBridge.WeChat.Tokens;

namespace WeChatBridge.WeChat.Api.Json;

/// <summary>Everything that travels as JSON. Use it through <see cref="WireJson"/>, which adds the string converter.</summary>
/// <remarks>
/// An answer lacking a field it cannot do without (an id, above all) is unreadable, not done with a null in it: hence the two Respect
/// options. Field names are matched without case, because the platform has changed the case of some.
/// </remarks>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Acknowledged))]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(StableTokenRequest))]
[JsonSerializable(typeof(StableTokenAnswer))]
[JsonSerializable(typeof(ApiQuota))]
[JsonSerializable(typeof(CallbackAddresses))]
[JsonSerializable(typeof(CallbackCheckRequest))]
[JsonSerializable(typeof(CallbackReport))]
[JsonSerializable(typeof(ClearQuotaRequest))]
[JsonSerializable(typeof(QuotaRequest))]
[JsonSerializable(typeof(CurrentAutoReplies))]
[JsonSerializable(typeof(ArticleRequest))]
[JsonSerializable(typeof(CommentListRequest))]
[JsonSerializable(typeof(CommentPage))]
[JsonSerializable(typeof(CommentReply))]
[JsonSerializable(typeof(CommentRequest))]
[JsonSerializable(typeof(CustomSendRequest))]
[JsonSerializable(typeof(TypingRequest))]
[JsonSerializable(typeof(AccountFigures<InterfaceSummary>))]
[JsonSerializable(typeof(AccountFigures<UpstreamMessages>))]
[JsonSerializable(typeof(AccountFigures<UserCumulate>))]
[JsonSerializable(typeof(AccountFigures<UserSummary>))]
[JsonSerializable(typeof(ArticleFigures<ArticleRead>))]
[JsonSerializable(typeof(ArticleFigures<ArticleShare>))]
[JsonSerializable(typeof(ArticleFigures<ArticleTotal>))]
[JsonSerializable(typeof(ArticleFigures<BizSummary>))]
[JsonSerializable(typeof(DateSpan))]
[JsonSerializable(typeof(DraftAdded))]
[JsonSerializable(typeof(DraftAddRequest))]
[JsonSerializable(typeof(DraftCount))]
[JsonSerializable(typeof(DraftPage))]
[JsonSerializable(typeof(DraftUpdateRequest))]
[JsonSerializable(typeof(MediaIdRequest))]
[JsonSerializable(typeof(NewsContent))]
[JsonSerializable(typeof(PageRequest))]
[JsonSerializable(typeof(ArticleIdRequest))]
[JsonSerializable(typeof(PublicationDeleteRequest))]
[JsonSerializable(typeof(PublicationPage))]
[JsonSerializable(typeof(PublishIdRequest))]
[JsonSerializable(typeof(PublishState))]
[JsonSerializable(typeof(PublishSubmitted))]
[JsonSerializable(typeof(MassDeleteRequest))]
[JsonSerializable(typeof(MassPreviewRequest))]
[JsonSerializable(typeof(MassRequest))]
[JsonSerializable(typeof(MassSent))]
[JsonSerializable(typeof(MassStatus))]
[JsonSerializable(typeof(MassStatusRequest))]
[JsonSerializable(typeof(MaterialAdded))]
[JsonSerializable(typeof(MaterialCount))]
[JsonSerializable(typeof(MaterialListRequest))]
[JsonSerializable(typeof(MaterialPage))]
[JsonSerializable(typeof(MaterialVideo))]
[JsonSerializable(typeof(VideoDescription))]
[JsonSerializable(typeof(BodyImageUploaded))]
[JsonSerializable(typeof(MediaUploadAnswer))]
[JsonSerializable(typeof(VideoLink))]
[JsonSerializable(typeof(CurrentMenu))]
[JsonSerializable(typeof(MadeMenu))]
[JsonSerializable(typeof(MenuCreateRequest))]
[JsonSerializable(typeof(FollowerTags))]
internal sealed partial class WireJsonContext : JsonSerializerContext;
