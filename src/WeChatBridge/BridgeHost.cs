using System.Text.Encodings.Web;
using System.Text.Unicode;
using WeChatBridge.Accounts;
using WeChatBridge.Answers;
using WeChatBridge.Articles;
using WeChatBridge.Audit;
using WeChatBridge.Callbacks;
using WeChatBridge.Inbox;
using WeChatBridge.Notices;
using WeChatBridge.Operations;
using WeChatBridge.PublicPages;
using WeChatBridge.Publishing.Previews;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Publishing.Sending;
using WeChatBridge.Reports;
using WeChatBridge.Reviews;
using WeChatBridge.Staff;
using WeChatBridge.StaffPages;
using WeChatBridge.Storage;

namespace WeChatBridge;

/// <summary>Puts the product together. The program, the demo and the tests all build it here, so that they run the same thing.</summary>
internal static class BridgeHost
{
    // Loopback: what faces the world is a reverse proxy with a certificate.
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <param name="args">Host settings such as <c>--urls</c>.</param>
    /// <param name="customise">Changes made last: another clock, another server, other settings.</param>
    /// <exception cref="ConfigurationRefusedException">The configuration is incomplete or malformed.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? customise = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(BridgeHost).Assembly.GetName().Name,
        });
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(PlatformTransport.Sockets);
        customise?.Invoke(builder);
        AddProduct(builder);

        var app = builder.Build();
        app.MapCallbacks();
        app.MapHealth();
        app.MapConsole();
        app.MapPublicPages();
        return app;
    }

    private static void AddProduct(WebApplicationBuilder builder) => builder.Services
        .AddStorage(builder.Configuration.GetSection(StorageOptions.Section).Bind<StorageOptions>())
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditDesk>()
        .AddAccounts(builder.Configuration, SeedsOf(builder).Find("holidays.json"))
        .AddStaff()
        .AddNotices()
        .AddReviews(builder.Configuration.GetSection(ReviewOptions.Section).Bind<ReviewOptions>())
        .AddArticles(builder.Configuration, SeedsOf(builder).Find)
        .AddScheduling(builder.Configuration)
        .AddReports()
        .AddInbox(builder.Configuration)
        .AddAnswers(builder.Configuration)
        .AddSending(builder.Configuration)
        .AddPreviews()
        .AddSingleton<ConsoleEndpoint>()
        .AddSingleton<PrivacyPage>()
        .AddCallbacks()
        .AddOperations(SeedsOf(builder))
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));

    private static SeedsOptions SeedsOf(WebApplicationBuilder builder) =>
        builder.Configuration.GetSection(SeedsOptions.Section).Bind<SeedsOptions>();
}
