using System.Text.Encodings.Web;
using System.Text.Unicode;
using WeChatBridge.Accounts;
using WeChatBridge.Texts;

namespace WeChatBridge.StaffPages;

/// <summary>The first page of the console (工作台): which accounts there are and whether they are served. It changes nothing.</summary>
internal sealed class ConsoleEndpoint(AccountFinder accounts)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public IResult Show(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var rows = string.Concat(accounts.All.Select(Row));
        return Results.Content(StaffTexts.ConsolePage.With(rows), "text/html; charset=utf-8");
    }

    public static IResult Style() => Results.Text(StaffTexts.ConsoleStyle, "text/css; charset=utf-8");

    private static string Row(ServedAccount account) => StaffTexts.ConsoleAccount.With(
        Html.Encode(account.Name),
        Html.Encode(account.Key),
        account.Keys is null ? StaffTexts.ConsoleNotConfigured : StaffTexts.ConsoleServed);
}

/// <summary>The console's addresses.</summary>
internal static class ConsoleSetup
{
    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console", (HttpContext http, ConsoleEndpoint console) => console.Show(http));
        routes.MapGet("/console/console.css", ConsoleEndpoint.Style);
    }
}
