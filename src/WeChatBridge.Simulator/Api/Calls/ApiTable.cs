using System.Collections.Frozen;
using WeChatBridge.Simulator.Api.Audience;
using WeChatBridge.Simulator.Api.CustomerService;
using WeChatBridge.Simulator.Api.DataCube;
using WeChatBridge.Simulator.Api.Drafts;
using WeChatBridge.Simulator.Api.Mass;
using WeChatBridge.Simulator.Api.Media;
using WeChatBridge.Simulator.Api.Menus;
using WeChatBridge.Simulator.Api.Operation;
using WeChatBridge.Simulator.Api.Publishing;
using WeChatBridge.Simulator.Api.Tokens;
using WeChatBridge.Simulator.Api.Website;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>Every address the simulator answers.</summary>
internal static class ApiTable
{
    public static readonly FrozenDictionary<string, ApiEndpoint> Endpoints = new IEnumerable<ApiEndpoint>[]
    {
        TokenEndpoints.All,
        OperationEndpoints.All,
        CustomerServiceEndpoints.All,
        DraftEndpoints.All,
        FreePublishEndpoints.All,
        MassEndpoints.All,
        MediaEndpoints.All,
        MaterialEndpoints.All,
        MenuEndpoints.All,
        WebsiteEndpoints.All,
        TagEndpoints.All,
        CommentEndpoints.All,
        DataCubeEndpoints.All,
    }.SelectMany(group => group).ToFrozenDictionary(endpoint => endpoint.Path, StringComparer.Ordinal);
}
