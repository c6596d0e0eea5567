using System.Collections.Frozen;

namespace WeChatBridge.WeChat.Inbound;

/// <summary>Which type each event has. Names match in any case: it varies between the platform's documents and over time.</summary>
internal static class EventKinds
{
    private static readonly FrozenDictionary<string, Func<EventFields, InboundEvent>> Kinds =
        new Dictionary<string, Func<EventFields, InboundEvent>>
        {
            ["subscribe"] = e => new SubscribeEvent(e.Header, e.Trigger, e.Optional("Ticket")),
            ["unsubscribe"] = e => new UnsubscribeEvent(e.Header, e.Trigger),
            ["SCAN"] = e => new ScanEvent(e.Header, e.Trigger, e.Optional("Ticket")),
            ["LOCATION"] = e => new LocationReportedEvent(
                e.Header,
                e.Trigger,
                e.Fields.RequiredDecimal("Latitude"),
                e.Fields.RequiredDecimal("Longitude"),
                e.Fields.OptionalDecimal("Precision")),

            ["CLICK"] = e => new MenuClickEvent(e.Header, e.Trigger),
            ["VIEW"] = e => new MenuViewEvent(e.Header, e.Trigger, e.Optional("MenuId")),
            ["view_miniprogram"] = e => new MenuMiniProgramEvent(e.Header, e.Trigger, e.Optional("MenuId")),
            ["scancode_push"] = e => new ScanCodePushEvent(e.Header, e.Trigger, e.ScannedCode()),
            ["scancode_waitmsg"] = e => new ScanCodeWaitEvent(e.Header, e.Trigger, e.ScannedCode()),
            ["pic_sysphoto"] = e => new PhotographEvent(e.Header, e.Trigger, e.SentPictures()),
            ["pic_photo_or_album"] = e => new PhotographOrAlbumEvent(e.Header, e.Trigger, e.SentPictures()),
            ["pic_weixin"] = e => new AlbumEvent(e.Header, e.Trigger, e.SentPictures()),
            ["location_select"] = e => new LocationSelectEvent(e.Header, e.Trigger, e.SelectedLocation()),

            ["MASSSENDJOBFINISH"] = e => new MassSendFinishedEvent(e.Header, e.Trigger, PublicationFields.MassSendReport(e.Fields)),
            ["PUBLISHJOBFINISH"] = PublishFinished,
            ["FREEPUBLISHJOBFINISH"] = PublishFinished,

            ["TEMPLATESENDJOBFINISH"] = e => new TemplateSendFinishedEvent(
                e.Header, e.Trigger, e.Fields.RequiredId("MsgID"), e.Fields.Required("Status")),
            ["subscribe_msg_popup_event"] = e => new SubscriptionChosenEvent(
                e.Header, e.Trigger, e.SubscriptionChoices("SubscribeMsgPopupEvent")),
            ["subscribe_msg_change_event"] = e => new SubscriptionChangedEvent(
                e.Header, e.Trigger, e.SubscriptionChoices("SubscribeMsgChangeEvent")),
            ["subscribe_msg_sent_event"] = e => new SubscriptionSentEvent(e.Header, e.Trigger, e.SubscriptionResults()),

            ["kf_create_session"] = e => new SessionCreatedEvent(e.Header, e.Trigger, e.Optional("KfAccount")),
            ["kf_close_session"] = e => new SessionClosedEvent(e.Header, e.Trigger, e.Optional("KfAccount")),
            ["kf_switch_session"] = e => new SessionSwitchedEvent(
                e.Header, e.Trigger, e.Optional("FromKfAccount"), e.Optional("ToKfAccount")),

            ["qualification_verify_success"] = e => new QualificationVerifiedEvent(e.Header, e.Trigger, e.Seconds("ExpiredTime")),
            ["qualification_verify_fail"] = e => new QualificationRefusedEvent(
                e.Header, e.Trigger, e.Seconds("FailTime"), e.Optional("FailReason")),
            ["naming_verify_success"] = e => new NameVerifiedEvent(e.Header, e.Trigger, e.Seconds("ExpiredTime")),
            ["naming_verify_fail"] = e => new NameRefusedEvent(e.Header, e.Trigger, e.Seconds("FailTime"), e.Optional("FailReason")),
            ["annual_renew"] = e => new RenewalDueEvent(e.Header, e.Trigger, e.Seconds("ExpiredTime")),
            ["verify_expired"] = e => new VerificationExpiredEvent(e.Header, e.Trigger, e.Seconds("ExpiredTime")),

            ["user_info_modified"] = e => new UserInfoModifiedEvent(
                e.Header, e.Trigger, e.Optional("OpenID"), e.Optional("AppID"), e.Optional("UnionID")),
            ["user_authorization_revoke"] = e => new UserAuthorizationRevokedEvent(
                e.Header, e.Trigger, e.Optional("OpenID"), e.Optional("AppID"), e.RevokedCodes()),
            ["user_authorization_cancellation"] = e => new UserAuthorizationCancelledEvent(
                e.Header, e.Trigger, e.Optional("OpenID"), e.Optional("AppID")),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the event is not known.</summary>
    public static InboundMessage? Read(EventFields fields) =>
        Kinds.TryGetValue(fields.Trigger.Event, out var read) ? read(fields) : null;

    private static PublishFinishedEvent PublishFinished(EventFields e) =>
        new(e.Header, e.Trigger, PublicationFields.PublishReport(e.Fields));
}
