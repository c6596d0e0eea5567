using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Staff.Bindings;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Previews;

/// <summary>
/// Takes a preview through its steps, once: its pictures, a draft of its own, one call for each person. Whatever fails ends the preview and
/// nothing else: neither the publication nor what the account may send is touched.
/// </summary>
internal sealed class PreviewRun(ErrandLedger ledger, FrozenArticles frozen, DraftComposition composition, PublishingOptions options)
{
    public async Task TakeAsync(Held<PhonePreview> held, WeChatApi? api, CancellationToken cancellationToken)
    {
        var preview = await ReadAsync(held);
        var documents = await frozen.FindAsync(preview.Items.OrderBy(item => item.Position).Select(item => item.ContentHash));
        if (api is null || documents is null)
        {
            await ledger.ChangeAsync(held, opened => EndAsync(
                opened, api is null ? SendingTexts.AboutMissingKeys : SendingTexts.VersionUnreadable.With(preview.Items[0].Title)));
            return;
        }

        if (await composition.ComposeAsync(new PreviewUploads(held, ledger), api, documents, cancellationToken) is not { } articles
            || await DraftAsync(held, api, articles) is not { } mediaId)
        {
            return;
        }

        foreach (var recipient in preview.Recipients.OrderBy(one => one.Position))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ShowAsync(held, api, mediaId, recipient);
        }

        await ledger.ChangeAsync(held, opened => EndAsync(opened, ""));
    }

    /// <summary>Its worker is gone, or told to stop: it is not gone on with, for nobody knows whether anybody still waits for it.</summary>
    public Task<bool> BreakOffAsync(Held<PhonePreview> held) => ledger.ChangeAsync(held, async opened =>
    {
        var lost = await opened.Context.Set<SendingAttempt>()
            .Where(attempt => attempt.PreviewId == held.Id && attempt.Outcome == AttemptOutcome.Begun).ToListAsync();
        lost.ForEach(attempt => attempt.End(AttemptOutcome.Unknown, null, AttemptAnswer.NeverEnded, opened.At));
        foreach (var recipient in opened.Errand.Recipients.Where(one => one.Ending == PreviewEnding.Waits
            && lost.Exists(attempt => attempt.Step == SendingStep.Preview && attempt.Target == one.Target)))
        {
            recipient.End(PreviewEnding.Unknown, SendingTexts.PreviewMayHaveArrived, opened.At);
        }

        await EndAsync(opened, SendingTexts.PreviewBrokenOff);
    });

    /// <summary>Looked at in the commit of each attempt: an account paused, or an approval refused, meanwhile ends the preview.</summary>
    public static async Task<bool> MayGoOnAsync(OpenErrand<PhonePreview> opened)
    {
        if (opened.Errand.State != PreviewState.Running)
        {
            return false;
        }

        if (await PreviewCheck.ObjectionAsync(opened.Context, opened.Errand) is not { } objection)
        {
            return true;
        }

        await EndAsync(opened, objection);
        return false;
    }

    /// <summary>Ends it, for whoever still waits with these words.</summary>
    public static async Task EndAsync(OpenErrand<PhonePreview> opened, string words)
    {
        var preview = opened.Errand;
        if (preview.State == PreviewState.Ended)
        {
            return;
        }

        preview.End(words, opened.At);
        if (!preview.Recipients.Any(one => one.Ending is PreviewEnding.Shown or PreviewEnding.Unknown)
            && await DraftOfAsync(opened) is { } needless)
        {
            // Nobody has anything to open: it need not lie there until then.
            needless.KeepUntil(opened.At);
        }

        opened.Note(
            "preview.ended",
            $"{preview.AuditedVersions}; "
                + string.Join(' ', preview.Recipients.OrderBy(one => one.Position).Select(one => $"{one.AuditedName} {one.Ending}")));
    }

    private Task<PhonePreview> ReadAsync(Held<PhonePreview> held) =>
        ledger.ReadAsync(context => context.Set<PhonePreview>().AsNoTracking().SingleAsync(one => one.Id == held.Id));

    private async Task<string?> DraftAsync(Held<PhonePreview> held, WeChatApi api, IReadOnlyList<DraftArticle> articles)
    {
        string? kept = null;
        await ledger.CallAsync(held, new ErrandCall<PhonePreview, DraftAdded>(
            SendingStep.Draft, "", () => api.Draft.AddAsync(articles, CancellationToken.None))
        {
            Admit = async opened => await MayGoOnAsync(opened) && Begin(opened),
            Conclude = (opened, result) => result.Match(
                async added => { kept = await KeepAsync(opened, added.MediaId); },
                error => NotMadeAsync(opened, error),
                _ => EndAsync(opened, SendingTexts.PreviewUnanswered.With(SendingTexts.AboutDraft))),
        });
        return kept;
    }

    private static bool Begin(OpenErrand<PhonePreview> opened)
    {
        opened.Context.Add(OwnDraft.Of(opened.Errand, opened.At));
        return true;
    }

    private async Task<string?> KeepAsync(OpenErrand<PhonePreview> opened, string mediaId)
    {
        var draft = (await DraftOfAsync(opened))!;
        if (await opened.Context.Set<OwnDraft>().AnyAsync(other => other.AccountKey == draft.AccountKey && other.MediaId == mediaId))
        {
            // A sending that had lost its own draft of the same words took this one for it: it is the sending's, and goes first.
            draft.End(OwnDraftState.Gone);
            await EndAsync(opened, SendingTexts.PreviewBrokenOff);
            return null;
        }

        draft.Name(mediaId);
        draft.KeepUntil(opened.At + options.PreviewLifetime);
        return mediaId;
    }

    private static async Task NotMadeAsync(OpenErrand<PhonePreview> opened, ApiError error)
    {
        (await DraftOfAsync(opened))?.End(OwnDraftState.Gone);
        await EndAsync(opened, SendingTexts.StepRefused.With(SendingTexts.AboutDraft, error.Advice, Setbacks.CodeOf(error)));
    }

    private async Task ShowAsync(Held<PhonePreview> held, WeChatApi api, string mediaId, PreviewRecipient recipient)
    {
        var preview = await ReadAsync(held);
        var openId = recipient.StaffName.Length == 0
            ? null
            : await ledger.ReadAsync(context =>
                BindingFinder.WeChatOfAsync(context, preview.AccountKey, recipient.StaffName, CancellationToken.None));
        if (recipient.StaffName.Length > 0 && openId is null)
        {
            var words = PublishingTexts.PreviewNotBound.With(recipient.StaffName, preview.AccountKey);
            await ledger.ChangeAsync(held, opened => ConcludeAsync(opened, recipient, PreviewEnding.NotMade, words));
            return;
        }

        var content = MassContent.Articles(mediaId);
        await ledger.CallAsync(held, new ErrandCall<PhonePreview, Acknowledged>(
            SendingStep.Preview,
            recipient.Target,
            () => openId is null
                ? api.Mass.PreviewByNameAsync(content, recipient.WeChatName, CancellationToken.None)
                : api.Mass.PreviewAsync(content, openId, CancellationToken.None))
        {
            Admit = MayGoOnAsync,
            Conclude = (opened, result) => result.Match(
                _ => ConcludeAsync(opened, recipient, PreviewEnding.Shown, ""),
                error => ConcludeAsync(
                    opened, recipient, PreviewEnding.Refused, SendingTexts.PreviewRefused.With(error.Advice, Setbacks.CodeOf(error))),
                _ => ConcludeAsync(opened, recipient, PreviewEnding.Unknown, SendingTexts.PreviewMayHaveArrived)),
        });
    }

    private static Task ConcludeAsync(OpenErrand<PhonePreview> opened, PreviewRecipient recipient, PreviewEnding ending, string words)
    {
        opened.Errand.Recipients.Single(one => one.Id == recipient.Id).End(ending, words, opened.At);
        return Task.CompletedTask;
    }

    private static Task<OwnDraft?> DraftOfAsync(OpenErrand<PhonePreview> opened) =>
        opened.Context.Set<OwnDraft>().SingleOrDefaultAsync(draft => draft.PreviewId == opened.Errand.Id);
}
