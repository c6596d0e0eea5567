using WeChatBridge.Staff.Bindings;
using WeChatBridge.Storage;

namespace WeChatBridge.Staff;

/// <summary>Staff, wired.</summary>
internal static class StaffSetup
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<SignInGate>()
        .AddSingleton<StaffDesk>()
        .AddSingleton<ClaimDesk>()
        .AddSingleton<AuthenticatorDesk>()
        .AddSingleton<BindingDesk>()
        .AddSingleton<IFollowerTrace, BindingTrace>();
}
