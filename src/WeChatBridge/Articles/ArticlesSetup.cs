using WeChatBridge.Articles.Checks;
using WeChatBridge.Articles.Disclosure;
using WeChatBridge.Outgoing;
using WeChatBridge.Texts;

namespace WeChatBridge.Articles;

/// <summary>Articles, with what they are checked and filed by, wired.</summary>
internal static class ArticlesSetup
{
    private static readonly (CheckRule Rule, string File)[] Lists =
    [
        (CheckRule.Misprint, "misprints.tsv"),
        (CheckRule.AdvertisingWord, "advertising.tsv"),
        (CheckRule.OrganName, "organs.tsv"),
        (CheckRule.SensitiveWord, "sensitive.tsv"),
    ];

    /// <param name="services">The product's services.</param>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="seed">Finds a file of the seeds; null where there is none.</param>
    /// <exception cref="ConfigurationRefusedException">
    /// A list is missing or malformed: checks that find nothing would look like a clean article.
    /// </exception>
    public static IServiceCollection AddArticles(this IServiceCollection services, IConfiguration configuration, Func<string, string?> seed)
    {
        var checks = configuration.GetSection(ChecksOptions.Section).Bind<ChecksOptions>();
        return services
            .AddSingleton(Catalogue.Read(Needed(seed, "catalogue.json")))
            .AddSingleton(new LinkPolicy([.. ChecksOptions.AlwaysAllowed, .. checks.Hosts]))
            .AddSingleton<IReadOnlyList<WordList>>(
                [.. Lists.Select(list => WordList.Read(list.Rule, Needed(seed, Path.Combine("checks", list.File))))])
            .AddSingleton<ArticleChecks>()
            .AddSingleton(provider => new LinkProbe(PublicSockets.Open(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<DisclosureCheck>()
            .AddSingleton<ReadinessFinder>()
            .AddSingleton<ArticleLog>()
            .AddSingleton<VersionLog>()
            .AddSingleton<ArticleDesk>()
            .AddSingleton<ArticleFileDesk>()
            .AddSingleton<PictureCollectionDesk>()
            .AddSingleton<SubmissionDesk>()
            .AddSingleton<ArticleFinder>()
            .AddSingleton<VersionFinder>();
    }

    private static string Needed(Func<string, string?> seed, string file) =>
        seed(file) ?? throw new ConfigurationRefusedException(StaffTexts.FileMissing.With(Path.Combine("seeds", file)));
}
