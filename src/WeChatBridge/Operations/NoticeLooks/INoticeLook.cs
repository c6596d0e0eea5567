using WeChatBridge.Notices;
using WeChatBridge.Storage;

namespace WeChatBridge.Operations.NoticeLooks;

/// <summary>Tells from the stored state alone what staff must be told of now; it remembers nothing and changes nothing.</summary>
internal interface INoticeLook
{
    /// <summary>The kinds it answers for: an open notice of them that it no longer wants is settled.</summary>
    IReadOnlyCollection<NoticeKind> Kinds { get; }

    Task<IReadOnlyList<WantedNotice>> LookAsync(BridgeContext context, DateTimeOffset now, CancellationToken cancellationToken);
}
