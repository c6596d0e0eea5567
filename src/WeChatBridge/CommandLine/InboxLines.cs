using System.Globalization;
using WeChatBridge.Accounts;
using WeChatBridge.Inbox;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Messages to the office as lines of text.</summary>
internal static class InboxLines
{
    public static string Of(InboxLine line) => StaffTexts.InboxLine.With(
        line.Receipt,
        InboxWords.NameOf(line.State),
        MarkOf(line.Kind),
        OfficeTime.Write(line.CreatedAt),
        DeadlineOf(line.Deadline),
        line.Parts,
        line.TakenOverBy.Length > 0 ? StaffTexts.InboxTakenMark.With(line.TakenOverBy) : "");

    public static string Whole(InboxSheet sheet)
    {
        var message = sheet.Message;
        var head = StaffTexts.InboxLine.With(
            message.Receipt,
            InboxWords.NameOf(message.State),
            MarkOf(message.Kind),
            OfficeTime.Write(message.CreatedAt),
            DeadlineOf(sheet.Deadline),
            message.Parts.Count,
            "");
        return string.Join(
            '\n',
            [
                head,
                .. message.Parts.Select(part => Of(part, message)),
                .. message.Replies.Select(reply => Of(reply, sheet.Sendings.FirstOrDefault(sending => sending.ReplyId == reply.Id))),
                .. FootOf(sheet),
            ]);
    }

    private static IEnumerable<string> FootOf(InboxSheet sheet)
    {
        if (sheet.Message.State == InboxState.Closed)
        {
            yield return StaffTexts.InboxClosedLine.With(sheet.Message.CloseReason);
        }

        if (sheet.Talk is { } talk)
        {
            yield return StaffTexts.InboxTalkLine.With(talk.By, OfficeTime.Write(talk.TakenAt));
        }

        if (sheet.Message.OpenId.Length > 0)
        {
            var text = sheet.IsWindowOver ? StaffTexts.InboxWindowOver : StaffTexts.InboxWindow;
            yield return text.With(OfficeTime.Write(sheet.WindowEndsAt));
        }
    }

    private static string Of(InboxPart part, InboxMessage message) => StaffTexts.InboxPartLine.With(
        part.Ordinal, OfficeTime.Write(part.At), KindOf(part) + part.Text, FileOf(part, message));

    private static string KindOf(InboxPart part) => part.Kind switch
    {
        PartKind.Voice => StaffTexts.InboxPartVoice,
        PartKind.Picture => StaffTexts.InboxPartPicture,
        PartKind.Location => StaffTexts.InboxPartLocation.With(Degrees(part.Latitude), Degrees(part.Longitude)),
        PartKind.NotKept => StaffTexts.InboxPartNotKept,
        _ => "",
    };

    private static string FileOf(InboxPart part, InboxMessage message) => part.Media switch
    {
        MediaState.Waiting => StaffTexts.InboxMediaWaiting,
        MediaState.Fetched => StaffTexts.InboxMediaFetched.With(message.Receipt, part.Ordinal, message.AccountKey),
        MediaState.Expired => StaffTexts.InboxMediaExpired,
        MediaState.Refused => StaffTexts.InboxMediaRefused,
        MediaState.TooLarge => StaffTexts.InboxMediaTooLarge,
        _ => "",
    };

    private static string Of(InboxReply reply, OutgoingReply? sending) => StaffTexts.InboxReplyLine.With(
        OfficeTime.Write(reply.At),
        reply.By,
        reply.Kind == ReplyKind.Answer ? StaffTexts.InboxReplyAnswer : StaffTexts.InboxReplyWord,
        reply.Text,
        DeliveryOf(reply.Delivery) + (sending?.Code is { } code ? StaffTexts.InboxRefusalCode.With(code) : ""));

    private static string DeliveryOf(ReplyDelivery delivery) => delivery switch
    {
        ReplyDelivery.Sending => StaffTexts.InboxDeliverySending,
        ReplyDelivery.Sent => StaffTexts.InboxDeliverySent,
        ReplyDelivery.Waits => StaffTexts.InboxDeliveryWaits,
        ReplyDelivery.Unknown => StaffTexts.InboxDeliveryUnknown,
        ReplyDelivery.Told => StaffTexts.InboxDeliveryTold,
        _ => StaffTexts.InboxDeliveryVoid,
    };

    private static string DeadlineOf(Deadline deadline)
    {
        var text = deadline switch
        {
            { IsRunning: false } => StaffTexts.InboxDeadlineOver,
            { IsOverdue: true } => StaffTexts.InboxDaysOverdue,
            { DaysLeft: 0 } => StaffTexts.InboxDueToday,
            _ => StaffTexts.InboxDaysLeft,
        };
        return text.With(Math.Abs(deadline.DaysLeft), deadline.Promised.Written());
    }

    private static string MarkOf(InboxKind kind) => kind == InboxKind.Complaint ? StaffTexts.InboxComplaintMark : "";

    private static string Degrees(double? value) => value?.ToString("F6", CultureInfo.InvariantCulture) ?? "";
}
