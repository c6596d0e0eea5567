using WeChatBridge.WeChat.Api;

namespace WeChatBridge.Publishing.Sending;

/// <summary>Uploads for a publication that goes out: what fails is its setback.</summary>
internal sealed class SendingUploads(Claim claim, SendingStore store, AttemptLedger ledger, Setbacks setbacks) : IUploads
{
    public Task<ApiResult<T>?> UploadAsync<T>(PictureUpload<T> upload) =>
        ledger.CallAsync(claim, new OutgoingCall<T>(upload.Step, upload.Target, upload.Send)
        {
            Conclude = (opened, result) => result.Match(
                done => upload.Keep(opened.Context, done, opened.At),
                error => setbacks.RefusedAsync(opened, error, upload.About, ofPicture: true),
                _ =>
                {
                    setbacks.NotReached(opened, upload.About);
                    return Task.CompletedTask;
                }),
        });

    public Task FailAsync(string words) =>
        store.ChangeAsync(claim, opened => Setbacks.Stop(opened, StopReason.PictureFailed, words, ""));
}
