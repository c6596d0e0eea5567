using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Inbox;
using WeChatBridge.Staff;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <summary>Somebody of the office who deals with what citizens left for it, on one account.</summary>
internal sealed class Officer(Func<IServiceProvider> product, Acting acting, string account)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private InboxDesk Desk => product().GetRequiredService<InboxDesk>();

    private InboxReadingDesk Reading => product().GetRequiredService<InboxReadingDesk>();

    public async Task<IReadOnlyList<InboxLine>> ListsAsync(InboxState? state = null) =>
        (await Reading.ListAsync(acting, account, state, Cancellation)).Value;

    public async Task<string?> IsRefusedTheListAsync() => (await Reading.ListAsync(acting, account, null, Cancellation)).Refusal;

    public async Task<InboxSheet> ReadsAsync(string number) => (await TriesToReadAsync(number)).Value;

    public Task<Outcome<InboxSheet>> TriesToReadAsync(string number) => Reading.ShowAsync(On(number), Cancellation);

    public Task<Outcome<StoredFile>> OpensFileAsync(string number, int part) => Reading.FileAsync(On(number), part, Cancellation);

    public Task<Outcome<InboxSheet>> TakesOverAsync(string number) => Desk.TakeOverAsync(On(number), Cancellation);

    public Task<Outcome<InboxSheet>> SaysAsync(string number, string text) => Desk.SayAsync(On(number), text, Cancellation);

    public Task<Outcome<InboxSheet>> AnswersAsync(string number, string text) => Desk.AnswerAsync(On(number), text, Cancellation);

    public Task<Outcome<InboxSheet>> HandsBackAsync(string number) => Desk.HandBackAsync(On(number), Cancellation);

    public Task<Outcome<InboxSheet>> ClosesAsync(string number, string reason) => Desk.CloseAsync(On(number), reason, Cancellation);

    private InboxAct On(string number) => new(acting, account, ReceiptNumber.Parse(number));
}
