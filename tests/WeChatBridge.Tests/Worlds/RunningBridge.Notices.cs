using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Notices;
using WeChatBridge.Operations;
using WeChatBridge.Staff;
using WeChatBridge.Staff.Bindings;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <content>What waits for the office's people, and their own WeChat.</content>
internal sealed partial class RunningBridge
{
    /// <summary>A staff member takes a code to bind their WeChat with.</summary>
    public async Task<string> TakesBindingCodeAsync(Acting person, string account = "zhengwu") =>
        (await TriesToTakeBindingCodeAsync(person, account)).Value.Word;

    public Task<Outcome<IssuedCode>> TriesToTakeBindingCodeAsync(Acting person, string account) =>
        _product.Services.GetRequiredService<BindingDesk>().IssueAsync(account, person, TestContext.Current.CancellationToken);

    public Task<Outcome<string>> UnbindsAsync(Acting by, string name, string account = "zhengwu") =>
        _product.Services.GetRequiredService<BindingDesk>().UnbindAsync(name, account, by, TestContext.Current.CancellationToken);

    public async Task DisablesAsync(string name) =>
        (await _product.Services.GetRequiredService<StaffDesk>().DisableAsync(name, Acting.CommandLine, TestContext.Current.CancellationToken))
        .Refusal.ShouldBeNull();

    /// <summary>The sentences that wait for a person.</summary>
    public async Task<IReadOnlyList<string>> NoticesForAsync(string name)
    {
        await using var context = await _product.Services.GetRequiredService<IDbContextFactory<BridgeContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var waiting = await NoticeFinder.WaitingForAsync(context, name, null, TestContext.Current.CancellationToken);
        return [.. waiting.Select(line => line.Notice.Text)];
    }

    public Task NoticesAreRaisedAsync() =>
        _product.Services.GetRequiredService<NoticeWorker>().GoRoundAsync(TestContext.Current.CancellationToken);
}
