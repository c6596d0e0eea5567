using System.Net;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Material;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Api.Upload;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Tests.Api;

public sealed class UploadingFilesTests : IDisposable
{
    private const string Path = "/cgi-bin/media/uploadimg";

    private readonly OfficeAccount _account = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_known_length_is_announced_and_true()
    {
        _account.Platform.Answers(Path, """{"url":"https://mmbiz.qpic.cn/x"}""");

        await UploadAsync(new MemoryStream(new byte[300]));

        var seen = _account.Platform.Calls.ShouldHaveSingleItem();
        seen.Length.ShouldBe(seen.Body.Length);
    }

    [Fact]
    public async Task An_unknown_length_goes_out_in_chunks()
    {
        _account.Platform.Answers(Path, """{"url":"https://mmbiz.qpic.cn/x"}""");

        var content = new MultipartUpload(new UploadFile(new OneWayStream([1, 2, 3]), "a.png", "image/png"), start: 0);
        (await UploadAsync(new OneWayStream([1, 2, 3]))).ShouldBeOfType<ApiResult<BodyImageUploaded>.Done>();

        content.Headers.ContentLength.ShouldBeNull();
        Payload(_account.Platform.Calls[0]).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_repetition_sends_the_same_bytes_from_where_the_stream_stood()
    {
        _account.Platform.Answers(Path, "", HttpStatusCode.BadGateway);
        _account.Platform.Answers(Path, """{"errcode":42001,"errmsg":"access_token expired"}""");
        _account.Platform.Answers(Path, """{"url":"https://mmbiz.qpic.cn/x"}""");
        var stream = new MemoryStream([9, 9, 1, 2, 3]) { Position = 2 };

        (await UploadAsync(stream)).ShouldBeOfType<ApiResult<BodyImageUploaded>.Done>();

        _account.Platform.Calls.Count.ShouldBe(3);
        _account.Platform.Calls.ShouldAllBe(call => Payload(call).SequenceEqual(new byte[] { 1, 2, 3 }));
        stream.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_rewound_is_sent_once()
    {
        _account.Platform.Answers(Path, "", HttpStatusCode.BadGateway);

        (await UploadAsync(new OneWayStream([1]))).ShouldBeOfType<ApiResult<BodyImageUploaded>.OutcomeUnknown>();
        _account.Platform.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_rewound_is_not_sent_again_with_a_new_token()
    {
        _account.Platform.Answers(Path, """{"errcode":42001,"errmsg":"access_token expired"}""");

        var result = await UploadAsync(new OneWayStream([1]));

        result.ShouldBeOfType<ApiResult<BodyImageUploaded>.Refused>().Error.Kind.ShouldBe(ErrorKind.TokenExpired);
        _account.Platform.Calls.Count.ShouldBe(1);
        _account.Platform.Answers(Path, """{"url":"https://mmbiz.qpic.cn/x"}""");
        await UploadAsync(new OneWayStream([1]));
        _account.Platform.Calls[^1].Token.ShouldBe("TOKEN-2");
    }

    [Fact]
    public async Task A_permanent_material_is_sent_once()
    {
        _account.Platform.Answers("/cgi-bin/material/add_material", "", HttpStatusCode.BadGateway);

        var result = await _account.Api.Material.AddAsync(MediaKind.Image, File(new MemoryStream([1])), Cancellation);

        result.ShouldBeOfType<ApiResult<MaterialAdded>.OutcomeUnknown>();
    }

    [Theory]
    [InlineData("年度报告 封面（2026）😀.jpg", "年度报告 封面（2026）😀.jpg")]
    [InlineData("a\"b\r\nX-Evil: 1.jpg", "a%22b%0D%0AX-Evil: 1.jpg")]
    public async Task File_names_go_out_as_browsers_write_them(string fileName, string written)
    {
        _account.Platform.Answers(Path, """{"url":"https://mmbiz.qpic.cn/x"}""");

        await _account.Api.Media.UploadImageAsync(new UploadFile(new MemoryStream([1]), fileName, "image/jpeg"), Cancellation);

        var disposition = _account.Platform.Calls[0].Text.Split("\r\n")[1];
        disposition.ShouldBe($"Content-Disposition: form-data; name=\"media\"; filename=\"{written}\"");
    }

    [Fact]
    public async Task A_file_has_the_longer_time_limit()
    {
        var received = new TaskCompletionSource();
        _account.Platform.Does("/cgi-bin/material/add_material", async (_, cancellationToken) =>
        {
            received.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("An endless wait has ended.");
        });
        var call = _account.Api.Material.AddAsync(MediaKind.Image, File(new MemoryStream([1])), Cancellation);
        await received.Task;

        _account.Clock.Passes(_account.Options.FileTimeout - TimeSpan.FromTicks(1));
        call.IsCompleted.ShouldBeFalse();
        _account.Clock.Passes(TimeSpan.FromTicks(1));

        (await call).ShouldBeOfType<ApiResult<MaterialAdded>.OutcomeUnknown>().Reason.ShouldBe(UnknownReason.TimedOut);
    }

    private static UploadFile File(Stream stream) => new(stream, "a.png", "image/png");

    private static byte[] Payload(SeenRequest request)
    {
        var start = request.Body.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var end = request.Body.AsSpan().LastIndexOf("\r\n--"u8);
        return request.Body[start..end];
    }

    private Task<ApiResult<BodyImageUploaded>> UploadAsync(Stream stream)
        => _account.PatientlyAsync(_account.Api.Media.UploadImageAsync(File(stream), Cancellation));
}
