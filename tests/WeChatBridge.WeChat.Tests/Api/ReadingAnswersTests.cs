using System.Net;
using System.Text;
using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Api.FreePublish;
using WeChatBridge.WeChat.Api.Mass;
using WeChatBridge.WeChat.Api.Media;
using WeChatBridge.WeChat.Errors;

namespace WeChatBridge.WeChat.Tests.Api;

public sealed class ReadingAnswersTests : IDisposable
{
    private readonly OfficeAccount _account = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=iso-8859-1")]
    [InlineData("text/html; charset=gbk")]
    public async Task Chinese_is_read_as_utf8_whatever_the_answer_calls_itself(string contentType)
    {
        _account.Platform.Answers("/cgi-bin/draft/get", """{"news_item":[{"title":"政府信息公开😀"}]}""", contentType: contentType);

        var content = Value(await _account.Api.Draft.GetAsync("DRAFT", Cancellation));

        content.NewsItem[0].Title.ShouldBe("政府信息公开😀");
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        _account.Platform.Answers("/cgi-bin/draft/count", [0xEF, 0xBB, 0xBF, .. """{"total_count":"3"}"""u8]);

        Value(await _account.Api.Draft.CountAsync(Cancellation)).TotalCount.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"publish_id":18446744073709551615,"publish_status":0}""", "18446744073709551615")]
    [InlineData("""{"publish_id":"18446744073709551615","publish_status":0}""", "18446744073709551615")]
    [InlineData("""{"PUBLISH_ID":"7","Publish_Status":0,"surprise":{"a":[1]}}""", "7")]
    public async Task Ids_survive_as_numbers_and_as_strings_and_in_any_case(string answer, string publishId)
    {
        _account.Platform.Answers("/cgi-bin/freepublish/get", answer);

        Value(await _account.Api.FreePublish.GetAsync(publishId, Cancellation)).PublishId.ShouldBe(publishId);
    }

    [Fact]
    public async Task A_status_the_platform_adds_later_stays_readable()
    {
        _account.Platform.Answers("/cgi-bin/freepublish/get", """{"publish_id":"1","publish_status":9,"fail_idx":null}""");

        var state = Value(await _account.Api.FreePublish.GetAsync("1", Cancellation));

        state.PublishStatus.ShouldBe((PublishStatus)9);
        state.FailIdx.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"media_id":null}""")]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html>502</html>")]
    [InlineData("""{"media_id":"DRA""")]
    public async Task A_draft_without_its_id_is_not_done_but_unknown(string answer)
    {
        _account.Platform.Answers("/cgi-bin/draft/add", answer);

        var result = await _account.Api.Draft.AddAsync([new DraftArticle { Title = "标题", Content = "正文" }], Cancellation);

        result.ShouldBeOfType<ApiResult<DraftAdded>.OutcomeUnknown>().Reason.ShouldBe(UnknownReason.UnreadableAnswer);
        _account.Platform.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "{}")]
    [InlineData(HttpStatusCode.NotFound, "not here")]
    [InlineData(HttpStatusCode.Redirect, "")]
    public async Task A_gateways_own_answer_says_nothing_about_the_call(HttpStatusCode status, string body)
    {
        _account.Platform.Answers("/cgi-bin/draft/delete", body, status);

        var result = await _account.Api.Draft.DeleteAsync("DRAFT", Cancellation);

        result.ShouldBeOfType<ApiResult<Acknowledged>.OutcomeUnknown>().Reason.ShouldBe(UnknownReason.UnreadableAnswer);
    }

    [Fact]
    public async Task An_errcode_counts_even_under_http_400()
    {
        _account.Platform.Answers("/cgi-bin/draft/delete", """{"errcode":"40007"}""", HttpStatusCode.BadRequest);

        Error(await _account.Api.Draft.DeleteAsync("DRAFT", Cancellation)).Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_longer_than_the_limit_is_not_read(bool lengthKnown)
    {
        using var account = new OfficeAccount(options: new WeChatApiOptions { AppId = OfficeAccount.AppId, MaxAnswerBytes = 1000 });
        var body = Encoding.UTF8.GetBytes($$"""{"errmsg":"{{new string('x', 2000)}}"}""");
        account.Platform.Does("/cgi-bin/draft/delete", (_, _) => Task.FromResult(new HttpResponseMessage
        {
            Content = lengthKnown ? new ByteArrayContent(body) : new StreamContent(new OneWayStream(body)),
        }));

        var result = await account.Api.Draft.DeleteAsync("DRAFT", Cancellation);

        result.ShouldBeOfType<ApiResult<Acknowledged>.OutcomeUnknown>().Reason.ShouldBe(UnknownReason.AnswerTooLarge);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public async Task A_download_has_a_limit_of_its_own(int bytes, bool fits)
    {
        var options = new WeChatApiOptions { AppId = OfficeAccount.AppId, MaxAnswerBytes = 100, MaxFileBytes = 2000 };
        using var account = new OfficeAccount(options: options);
        for (var attempt = 0; attempt <= RepeatPipeline.Repeats; attempt++)
        {
            account.Platform.Answers("/cgi-bin/media/get", new byte[bytes], contentType: "image/png");
        }

        var result = await account.PatientlyAsync(account.Api.Media.GetAsync("MEDIA", Cancellation));

        (result is ApiResult<TemporaryMedia>.Done).ShouldBe(fits);
        (result is ApiResult<TemporaryMedia>.OutcomeUnknown { Reason: UnknownReason.AnswerTooLarge }).ShouldBe(!fits);
    }

    [Fact]
    public async Task A_download_that_fails_says_so_in_json()
    {
        _account.Platform.Answers("/cgi-bin/media/get", """{"errcode":40007,"errmsg":"invalid media_id"}""");

        Error(await _account.Api.Media.GetAsync("MEDIA", Cancellation)).Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task A_downloaded_text_file_is_a_file()
    {
        _account.Platform.Answers("/cgi-bin/media/get", "第一行", contentType: "text/plain");

        Value(await _account.Api.Media.GetAsync("MEDIA", Cancellation)).File!.Content.ToArray().ShouldBe("第一行"u8.ToArray());
    }

    [Fact]
    public async Task A_repeated_mass_send_without_the_first_ones_id_is_refused_as_done_before()
    {
        _account.Platform.Answers("/cgi-bin/message/mass/sendall", """{"errcode":45065,"errmsg":"clientmsgid exist"}""");

        var result = await _account.Api.Mass.SendAllAsync(MassContent.Text("通知"), null, "id", sendIgnoreReprint: false, Cancellation);

        Error(result).Kind.ShouldBe(ErrorKind.AlreadyDone);
    }

    private static T Value<T>(ApiResult<T> result) => result.ShouldBeOfType<ApiResult<T>.Done>().Value;

    private static ApiError Error<T>(ApiResult<T> result) => result.ShouldBeOfType<ApiResult<T>.Refused>().Error;
}
