using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using WeChatBridge.Callbacks;
using WeChatBridge.Search.Index;
using WeChatBridge.Simulator;
using WeChatBridge.WeChat.Inbound;

namespace WeChatBridge.Tests.Conventions;

/// <summary>A name says what a thing is in the office or in the way of a message, never what technical kind it is of.</summary>
public sealed class NamingTests
{
    private static readonly string[] RefusedSuffixes =
    [
        "Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Base", "Impl", "Handler", "Processor", "Provider",
        "Repository", "Wrapper", "Controller", "Dto",
    ];

    // "StorageProvider" is the word of the configuration: Storage:Provider.
    private static readonly string[] OutsideWords = ["StorageProvider"];

    // The compiler makes the entry point public, so that a test host can name it.
    private static readonly string[] PublicInTheProduct = ["Program"];

    private static readonly Assembly Product = typeof(BridgeHost).Assembly;

    [Fact]
    public void No_type_is_named_after_a_technical_kind() => OurTypes()
        .Where(type => RefusedSuffixes.Any(suffix => NameOf(type).EndsWith(suffix, StringComparison.Ordinal)))
        .Where(type => !OutsideWords.Contains(type.Name) && !IsNamedByOthers(type))
        .ShouldBeEmpty("Use Endpoint, Gate, Router, Finder, Index, Desk, Worker, Setup or Options, or else a noun of the domain.");

    [Fact]
    public void What_runs_beside_the_requests_is_a_worker() => OurTypes()
        .Where(type => type.IsAssignableTo(typeof(BackgroundService)) && type != typeof(InboundLog))
        .Where(type => !type.Name.EndsWith("Worker", StringComparison.Ordinal))
        .ShouldBeEmpty("A loop on the clock is a Worker.");

    [Fact]
    public void An_interface_has_several_implementations() => OurTypes()
        .Where(type => type.IsInterface)
        .Where(type => OurTypes().Count(other => other.IsClass && other.IsAssignableTo(type)) < 2)
        .ShouldBeEmpty("Use the class itself; an interface earns its place with the second implementation.");

    [Fact]
    public void The_product_shows_nothing_to_other_projects() => Product.GetExportedTypes()
        .Where(type => !IsMigration(type) && !PublicInTheProduct.Contains(type.FullName))
        .ShouldBeEmpty("Types of the product are internal; list one here only if Razor or a test host cannot do without.");

    private static IEnumerable<Type> OurTypes() =>
        from assembly in new[] { Product, typeof(InboundXml).Assembly, typeof(SectionIndex).Assembly, typeof(SimulatedPlatform).Assembly }
        from type in assembly.GetTypes()
        where type.Namespace?.StartsWith(nameof(WeChatBridge), StringComparison.Ordinal) == true
        where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<') && !IsMigration(type)
        select type;

    // Wire types carry the platform's words (image_info); a link of HttpClient's chain is called a handler by the framework.
    private static bool IsNamedByOthers(Type type) =>
        type.Namespace?.StartsWith("WeChatBridge.WeChat.Api.", StringComparison.Ordinal) == true
        || type.IsAssignableTo(typeof(HttpMessageHandler));

    private static bool IsMigration(Type type) => type.Namespace?.Contains(".Migrations.") == true;

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
