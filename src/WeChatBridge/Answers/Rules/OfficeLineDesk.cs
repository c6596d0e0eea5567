using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Answers.Rules;

/// <summary>Changes the office's own lines in fixed texts; a second person confirms each.</summary>
internal sealed class OfficeLineDesk(IDbContextFactory<BridgeContext> contexts, WordingLog wordings)
{
    // The welcome has room; "not found" carries the contact card as well and must stay within one reply.
    private const int LongestWelcome = 300;
    private const int LongestOther = 120;

    /// <summary>Submits the line; an empty one takes it away.</summary>
    public async Task<Outcome<WrittenVersion>> WriteAsync(
        string accountKey, OfficeLine line, string text, Acting by, CancellationToken cancellationToken)
    {
        if ((by.Objection(Permission.KeepRules, accountKey) ?? ObjectionTo(line, text)) is { } refusal)
        {
            return Outcome<WrittenVersion>.Refused(refusal);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var wanted = new NewWording(ReviewedKind.WelcomeText, accountKey, SubjectOf(line), NameOf(line), text.Trim());
        var written = await wordings.WriteAsync(context, wanted, by, cancellationToken);
        if (written.IsDone)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return written;
    }

    /// <summary>Why a text cannot be this line; null where it can.</summary>
    public static string? ObjectionTo(OfficeLine line, string text)
    {
        var longest = line == OfficeLine.Welcome ? LongestWelcome : LongestOther;
        return text.Trim().Length > longest ? StaffTexts.OfficeLineTooLong.With(NameOf(line), longest) : null;
    }

    public static string SubjectOf(OfficeLine line) => line switch
    {
        OfficeLine.Welcome => "line/welcome",
        OfficeLine.OtherScript => "line/other-script",
        _ => "line/not-found",
    };

    /// <summary>The line as staff call it.</summary>
    public static string NameOf(OfficeLine line) => line switch
    {
        OfficeLine.Welcome => StaffTexts.OfficeLineWelcome,
        OfficeLine.OtherScript => StaffTexts.OfficeLineOtherScript,
        _ => StaffTexts.OfficeLineNotFound,
    };
}
