using WeChatBridge.Storage;

namespace WeChatBridge.Callbacks;

/// <summary>The way of a message, wired.</summary>
internal static class CallbacksSetup
{
    public static IServiceCollection AddCallbacks(this IServiceCollection services) => services
        .AddSingleton<InboundLog>()
        .AddHostedService(provider => provider.GetRequiredService<InboundLog>())
        .AddSingleton<IFollowerTrace, DeliveryTrace>()
        .AddSingleton<FollowerOrder>()
        .AddSingleton<MessageRouter>()
        .AddSingleton<CallbackEndpoint>();

    public static void MapCallbacks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/callback/{account}", (string account, HttpContext http, CallbackEndpoint endpoint) => endpoint.Check(account, http));
        routes.MapPost("/callback/{account}", (string account, HttpContext http, CallbackEndpoint endpoint) =>
            endpoint.ReceiveAsync(account, http));
    }
}
