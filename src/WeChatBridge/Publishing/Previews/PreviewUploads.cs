using WeChatBridge.Publishing.Drafts;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Texts;
using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Previews;

/// <summary>Uploads for a preview: what fails ends the preview, and is nobody else's setback. The pictures are the sending's later on.</summary>
internal sealed class PreviewUploads(Held<PhonePreview> held, ErrandLedger ledger) : IUploads
{
    public Task<ApiResult<T>?> UploadAsync<T>(PictureUpload<T> upload) =>
        ledger.CallAsync(held, new ErrandCall<PhonePreview, T>(upload.Step, upload.Target, upload.Send)
        {
            Admit = PreviewRun.MayGoOnAsync,
            Conclude = (opened, result) => result.Match(
                done => upload.Keep(opened.Context, done, opened.At),
                error => PreviewRun.EndAsync(opened, SendingTexts.StepRefused.With(upload.About, error.Advice, Setbacks.CodeOf(error))),
                _ => PreviewRun.EndAsync(opened, SendingTexts.PreviewUnanswered.With(upload.About))),
        });

    public Task FailAsync(string words) => ledger.ChangeAsync(held, opened => PreviewRun.EndAsync(opened, words));
}
