using System.Reflection;

namespace WeChatBridge.PublicPages;

/// <summary>The addresses of the pages citizens open from a reply.</summary>
internal static class PublicPagesSetup
{
    private const string StyleAddress = "/public.css";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly string Style = ReadStyle();

    public static void MapPublicPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/{account}/privacy", Reading, (string account, HttpContext http, PrivacyPage page) => page.Show(account, http));
        routes.MapMethods(StyleAddress, Reading, (HttpContext http) =>
        {
            PublicHeaders.Set(http);
            return Results.Text(Style, "text/css; charset=utf-8");
        });
    }

    private static string ReadStyle()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("public.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
