using WeChatBridge.Texts;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.Publishing.Sending;

/// <summary>What is done when a step before the handing over certainly did not get through: nothing is out, and a person is told why.</summary>
internal sealed class Setbacks(PublishingOptions options)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    /// <summary>The platform refused the step.</summary>
    /// <param name="opened">The publication.</param>
    /// <param name="error">What it said.</param>
    /// <param name="about">Which step and what of it, in Chinese.</param>
    /// <param name="ofPicture">The step was about a picture.</param>
    public async Task RefusedAsync(OpenPublication opened, ApiError error, string about, bool ofPicture = false)
    {
        var words = SendingTexts.StepRefused.With(about, error.Advice, CodeOf(error));
        if (error.Kind is ErrorKind.NotSent or ErrorKind.Retryable or ErrorKind.TryLater)
        {
            NotReached(opened, about);
        }
        else if (ReasonFor(error, ofPicture) is not { } reason)
        {
            opened.Publication.BeRefused(words, opened.At);
            opened.Note("publication.refused", $"{CodeOf(error)} {error.Kind}");
        }
        else
        {
            if (reason == StopReason.AccountRefused)
            {
                await PauseAsync(opened, error);
            }

            Stop(opened, reason, words, CodeOf(error));
        }
    }

    /// <summary>The platform was not reached, or gave no answer to a step that may be repeated.</summary>
    public void NotReached(OpenPublication opened, string about)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(opened.Publication.Tries, 10));
        var next = opened.At + (delay < LongestDelay ? delay : LongestDelay);
        if (next > opened.Publication.LastMoment(options.LateLimit))
        {
            Stop(opened, StopReason.NotReached, SendingTexts.NotReached.With(about), "");
        }
        else
        {
            opened.Publication.TryAgain(next);
        }
    }

    public static void Stop(OpenPublication opened, StopReason reason, string words, string detail)
    {
        opened.Publication.Stop(reason, words, opened.At);
        opened.Note("publication.stopped", $"{reason} {detail}".TrimEnd());
    }

    public static string CodeOf(ApiError error) => error.Code is { } code ? $"{code}" : "-";

    private static StopReason? ReasonFor(ApiError error, bool ofPicture) => error.Kind switch
    {
        ErrorKind.QuotaExhausted => StopReason.QuotaExhausted,
        ErrorKind.RightMissing => StopReason.RightMissing,
        ErrorKind.TokenExpired or ErrorKind.CredentialsWrong or ErrorKind.AddressNotAllowed or ErrorKind.AccountRestricted
            // About our address: what is said of a mass send itself is no setback (AwaitedConfirmation).
            or ErrorKind.AwaitingConfirmation => StopReason.AccountRefused,
        ErrorKind.ContentRejected => ofPicture ? StopReason.PictureFailed : StopReason.ContentRejected,
        _ => ofPicture ? StopReason.PictureFailed : null,
    };

    private static async Task PauseAsync(OpenPublication opened, ApiError error)
    {
        var account = await opened.AccountAsync(CancellationToken.None);
        account.PauseAfterRefusal(SendingTexts.AccountPaused.With(error.Advice, CodeOf(error)), opened.At);
        opened.NoteOnAccount("account.pause", $"{CodeOf(error)} {error.Kind}");
    }
}
