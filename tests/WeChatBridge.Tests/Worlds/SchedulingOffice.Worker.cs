using Microsoft.EntityFrameworkCore;
using WeChatBridge.Publishing;

namespace WeChatBridge.Tests.Worlds;

/// <content>What the worker writes down when it sends.</content>
internal sealed partial class SchedulingOffice
{
    public async Task WorkerTakesAsync(long id)
    {
        await using var context = _contexts.CreateDbContext();
        (await context.Set<Publication>().Where(one => one.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, PublicationState.Sending).SetProperty(one => one.Revision, one => one.Revision + 1),
            Cancellation)).ShouldBe(1);
    }

    public async Task WorkerStopsAsync(long id, StopReason reason)
    {
        await using var context = _contexts.CreateDbContext();
        (await context.Set<Publication>().Where(one => one.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, PublicationState.Stopped).SetProperty(one => one.StopReason, reason)
                .SetProperty(one => one.DraftMediaId, "draft-1").SetProperty(one => one.Revision, one => one.Revision + 1),
            Cancellation)).ShouldBe(1);
    }

    /// <summary>The call to send was made at this time, and it ended so.</summary>
    public async Task WorkerSendsAsync(long id, string officeTime, PublicationState ending = PublicationState.Published)
    {
        var (at, name) = (At(officeTime), $"message-{officeTime}");
        await using var context = _contexts.CreateDbContext();
        (await context.Set<Publication>().Where(one => one.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, ending).SetProperty(one => one.SubmittedAt, (DateTimeOffset?)at)
                .SetProperty(one => one.ClientMessageId, one => one.ClientMessageId == "" ? name : one.ClientMessageId)
                .SetProperty(one => one.Revision, one => one.Revision + 1),
            Cancellation)).ShouldBe(1);
    }

    /// <summary>It is looked up at this moment, and whoever does holds it so long.</summary>
    public async Task WorkerLooksUpAsync(long id, string until)
    {
        var end = At(until);
        await using var context = _contexts.CreateDbContext();
        (await context.Set<Publication>().Where(one => one.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.ClaimedBy, "worker").SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)end)
                .SetProperty(one => one.Revision, one => one.Revision + 1),
            Cancellation)).ShouldBe(1);
    }

    public async Task WorkerLeavesDraftAsync(long id)
    {
        await using var context = _contexts.CreateDbContext();
        (await context.Set<Publication>().Where(one => one.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, PublicationState.DraftReady).SetProperty(one => one.Revision, one => one.Revision + 1),
            Cancellation)).ShouldBe(1);
    }

    /// <summary>The platform took the right to publish away.</summary>
    public async Task RightIsGoneAsync(string account = Account)
    {
        await using var context = _contexts.CreateDbContext();
        context.Add(AccountSending.Unhindered(account));
        await context.SaveChangesAsync(Cancellation);
        await context.Set<AccountSending>().Where(one => one.AccountKey == account)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.IsDraftOnly, true), Cancellation);
    }
}
