using WeChatBridge.Publishing;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Simulator;
using WeChatBridge.Tests.Storage;
using WeChatBridge.Tests.Worlds;

namespace WeChatBridge.Tests.Publishing.Scheduling;

/// <summary>An office that plans, early in 2026, on every database.</summary>
public abstract class SchedulingTests(StoreSource source, string standsAt = "2026-01-20 10:00") : StoreTests(source)
{
    private protected PlatformClock OfficeClock { get; } = SchedulingOffice.ClockAt(standsAt);

    private protected SchedulingOffice Office { get; private set; } = null!;

    private protected virtual (string Key, string Value)[] Settings => [];

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Office = await SchedulingOffice.OpenAsync(Contexts, OfficeClock, Settings);
    }

    private protected static DateTimeOffset At(string officeTime) => SchedulingOffice.At(officeTime);

    private protected static NewPublication Plan(string officeTime, params PlannedVersion[] versions) =>
        new(SchedulingOffice.Account, versions, At(officeTime));

    private protected static IEnumerable<string> TitlesOf(Publication publication) =>
        publication.Items.OrderBy(item => item.Position).Select(item => item.Title);
}
