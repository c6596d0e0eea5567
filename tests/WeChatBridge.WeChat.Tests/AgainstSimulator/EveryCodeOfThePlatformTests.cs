using WeChatBridge.Simulator;
using WeChatBridge.Simulator.Api.Calls;
using WeChatBridge.WeChat.Errors;
using static WeChatBridge.WeChat.Tests.AgainstSimulator.Endings;

namespace WeChatBridge.WeChat.Tests.AgainstSimulator;

/// <summary>The simulator took its codes from the platform's pages independently of our table; every one of either must get through.</summary>
public sealed class EveryCodeOfThePlatformTests : IAsyncLifetime
{
    private SimulatedOffice _office = null!;

    private static CancellationToken Cancellation => SimulatedOffice.Cancellation;

    public async ValueTask InitializeAsync() => _office = await SimulatedOffice.StartAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Every_code_comes_back_with_a_kind_an_advice_and_the_request_id()
    {
        foreach (var code in Enum.GetValues<ErrorCode>().Cast<int>().Union(ErrorTable.Codes).Where(code => code != (int)ErrorCode.Ok))
        {
            _office.Platform.Faults.Add(new PlatformFault { Kind = FaultKind.ErrorCode, Code = code, Path = "/cgi-bin/draft", Times = null });

            var error = await RefusedAsync(_office.PatientlyAsync(_office.Api.Draft.CountAsync(Cancellation)));

            error.ShouldSatisfyAllConditions(
                $"{code}",
                () => error.Code.ShouldBe(code),
                () => error.Kind.ShouldNotBe(ErrorKind.Unknown),
                () => error.Kind.ShouldBe(ErrorTable.Find(code).Kind),
                () => error.Rid.ShouldNotBeNull(),
                () => error.Advice.ShouldEndWith("。"));
            _office.Platform.Faults.Clear();
        }
    }
}
