using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.Storage;
using WeChatBridge.Texts;

namespace WeChatBridge.Accounts;

/// <summary>Changes the contact card of an account; a second person confirms it before followers read it.</summary>
internal sealed partial class ContactDesk(
    IDbContextFactory<BridgeContext> contexts, WordingLog wordings, AccountFinder accounts, AccountBook configured)
{
    private const string Subject = "contact";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Submits the card; the one followers read stays until a second person has confirmed this one.</summary>
    public async Task<Outcome<WrittenVersion>> WriteAsync(
        string accountKey, ContactCard card, Acting by, CancellationToken cancellationToken)
    {
        if ((by.Objection(Permission.KeepRules, accountKey) ?? ObjectionTo(card)) is { } refusal)
        {
            return Outcome<WrittenVersion>.Refused(refusal);
        }

        // Confirmed by staff it is the office's own word, no longer some document's.
        var content = JsonSerializer.Serialize(card with { StatedIn = "" }, Json);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var written = await wordings.WriteAsync(
            context,
            new NewWording(ReviewedKind.ContactCard, accountKey, Subject, StaffTexts.ContactReviewTitle, content),
            by,
            cancellationToken);
        if (written.IsDone)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return written;
    }

    /// <summary>The card followers read, and the one that waits.</summary>
    public async Task<Outcome<ContactState>> ShowAsync(string accountKey, CancellationToken cancellationToken)
    {
        if (accounts.Find(accountKey) is not { } account)
        {
            return Outcome<ContactState>.Refused(StaffTexts.UnknownAccount.With(accountKey, ""));
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = await WordingLog.PendingAsync(context, ReviewedKind.ContactCard, accountKey, Subject, cancellationToken);
        return new ContactState(
            account.Contact, pending is null ? null : Read(pending.Content), configured.Find(accountKey)?.Contact.IsEmpty == false);
    }

    /// <summary>A card as it was written and confirmed.</summary>
    public static ContactCard Read(string content) =>
        (JsonSerializer.Deserialize<ContactCard>(content, Json) ?? ContactCard.Empty) with { IsConfirmed = true };

    private static string? ObjectionTo(ContactCard card) => card switch
    {
        { Phone.Length: 0, Email.Length: 0, Address.Length: 0 } => StaffTexts.ContactSaysNothing,
        _ when new[] { card.Office, card.Phone, card.Email, card.Address, card.Hours }
            .FirstOrDefault(line => !ContactCard.CanShow(line)) is { } line =>
            StaffTexts.ContactLineTooLong.With(line, ContactCard.LongestLine),
        { Phone.Length: > 0 } when !PhoneForm().IsMatch(card.Phone) => StaffTexts.ContactPhoneMalformed.With(card.Phone),
        { Email.Length: > 0 } when !EmailForm().IsMatch(card.Email) => StaffTexts.ContactEmailMalformed.With(card.Email),
        _ => null,
    };

    // One number or several, with area code and extension.
    [GeneratedRegex(@"^\+?\d[\d\-—()（） 、,，/转]{2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"^[\w.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EmailForm();
}

/// <summary>How an account's contact card stands.</summary>
/// <param name="Spoken">What followers read.</param>
/// <param name="Pending">What waits for a second person; null where nothing does.</param>
/// <param name="IsConfigured">Whether the configuration gives the card; it then wins over what staff confirm.</param>
internal sealed record ContactState(ContactCard Spoken, ContactCard? Pending, bool IsConfigured);
