using WeChatBridge.WeChat.Api;
using WeChatBridge.WeChat.Api.Draft;
using WeChatBridge.WeChat.Errors;
using WeChatBridge.WeChat.Tests.Api;

namespace WeChatBridge.WeChat.Tests.Errors;

public sealed class ErrorTableTests
{
    private static readonly IReadOnlyDictionary<int, ErrorKind> Expected = File
        .ReadAllLines(Path.Combine(AppContext.BaseDirectory, "payloads", "api-errors.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => int.Parse(cells[0]), cells => Enum.Parse<ErrorKind>(cells[1]));

    public static TheoryData<int> Codes => [.. Expected.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_table_holds_what_the_file_lists() => ErrorTable.Codes.Order().ShouldBe(Expected.Keys.Order());

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Each_code_reaches_the_caller_with_its_kind_and_a_chinese_sentence(int code)
    {
        using var account = new OfficeAccount();
        Enumerable.Range(0, 4).ToList().ForEach(_ => account.Platform.Answers(
            "/cgi-bin/draft/count", $$"""{"errcode":{{code}},"errmsg":"sample hint invalid ip 203.0.113.7 rid: 64a1-2b3c-4d"}"""));

        var result = await account.PatientlyAsync(account.Api.Draft.CountAsync(Cancellation));

        var error = result.ShouldBeOfType<ApiResult<DraftCount>.Refused>().Error;
        error.Code.ShouldBe(code);
        error.Kind.ShouldBe(Expected[code]);
        error.Rid.ShouldBe("64a1-2b3c-4d");
        error.Advice.ShouldEndWith("。");
        error.Advice.ShouldContain(letter => letter >= '\u4E00' && letter <= '\u9FFF');
        error.Advice.ShouldNotContain("{");
    }

    [Fact]
    public void An_unlisted_code_is_refused_as_unknown()
    {
        var error = ApiError.FromPlatform(12345, "surprise");

        error.Kind.ShouldBe(ErrorKind.Unknown);
        error.Rid.ShouldBeNull();
    }

    [Theory]
    [InlineData("invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 5f1a-2b", "203.0.113.7")]
    [InlineData("invalid ip 2001:db8::7, not in whitelist rid: 5f1a-2b", "2001:db8::7")]
    public void The_address_to_allow_is_named(string message, string address)
    {
        var error = ApiError.FromPlatform(40164, message);

        error.Address.ShouldBe(address);
        error.Advice.ShouldContain($"请把 {address} 加入");
    }

    [Fact]
    public void An_advice_reads_well_when_the_platform_names_no_address()
        => ApiError.FromPlatform(40164, "not in whitelist").Advice.ShouldStartWith("请把 提示中的地址 加入");

    [Theory]
    [InlineData("invalid media_id rid: 64a1-2b3c-4d", "64a1-2b3c-4d")]
    [InlineData("invalid media_id, rid:64a1", "64a1")]
    [InlineData("invalid media_id", null)]
    public void The_request_id_is_kept_for_support(string message, string? rid) => ApiError.FromPlatform(40007, message).Rid.ShouldBe(rid);
}
