using WeChatBridge.Simulator.Api.Mass;
using static WeChatBridge.Simulator.Tests.Api.MassCalls;

namespace WeChatBridge.Simulator.Tests.Api;

/// <summary>Mass sends of an account whose administrator must confirm each (群发保护).</summary>
public class ProtectedMassSendTests
{
    [Fact]
    public async Task Under_protection_a_message_to_everybody_waits_for_the_administrator()
    {
        await using var world = await ApiWorld.StartAsync(AccountKind.Service);
        world.State.MassSends.Protection = MassProtection.HoldsMessage;
        await SendAsync(world, Text("没人理"));
        await world.PassesAsync(TimeSpan.FromMinutes(30));
        Status(world.Events.Last()).ShouldBe("err(40002)");

        var refused = await SendAsync(world, Text("不同意"));
        world.State.MassSends.AdminRefuses((long)refused["msg_id"]!);
        await world.PassesAsync(TimeSpan.Zero);
        Status(world.Events.Last()).ShouldBe("err(40001)");

        var agreed = await SendAsync(world, Text("同意"));
        world.State.MassSends.AdminConfirms((long)agreed["msg_id"]!);
        await world.PassesAsync(TimeSpan.FromMinutes(30));
        Status(world.Events.Last()).ShouldBe("send success");
        world.Events.Count().ShouldBe(3);
    }

    [Fact]
    public async Task Protection_may_refuse_the_call_itself()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.MassSends.Protection = MassProtection.RefusesCall;

        (await SendAsync(world, Text("一"))).Code().ShouldBe(89504);
        (await SendAsync(world, Text("一"))).Code().ShouldBe(89505);
        world.State.MassSends.All.ShouldBeEmpty();
        await world.PassesAsync(TimeSpan.FromMinutes(31));
        Status(world.Events.Last()).ShouldBe("err(40002)");

        (await SendAsync(world, Text("一"))).Code().ShouldBe(89504);
        world.State.MassSends.AdminRefuses(world.State.MassSends.AskedOfAdmin.Single().MessageId);
        await world.PassesAsync(TimeSpan.Zero);
        Status(world.Events.Last()).ShouldBe("err(40001)");
        world.State.MassSends.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_call_that_the_administrator_confirms_goes_out_and_a_repetition_learns_its_number()
    {
        await using var world = await ApiWorld.StartAsync();
        world.State.MassSends.Protection = MassProtection.RefusesCall;
        (await SendAsync(world, Text("一"))).Code().ShouldBe(89504);
        var asked = world.State.MassSends.AskedOfAdmin.Single().MessageId;

        world.State.MassSends.AdminConfirms(asked);
        await world.PassesAsync(TimeSpan.FromMinutes(30));

        Status(world.Events.ShouldHaveSingleItem()).ShouldBe("send success");
        var repeated = await SendAsync(world, Text("一"));
        (repeated.Code(), (long)repeated["msg_id"]!).ShouldBe((45065, asked));
        world.State.MassSends.All.ShouldHaveSingleItem();
    }
}
