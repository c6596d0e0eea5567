using System.CommandLine;
using WeChatBridge.Articles;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>Which articles go out as one message, in the order they are typed; each in the version that was submitted last.</summary>
internal sealed class PublicationArguments
{
    private readonly Option<long[]> _articles = new("--article")
    {
        Description = "稿件编号；几篇就写几个，先后就是排列的次序。发出去的是最近一次送审的版本",
        AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command) => command.Options.Add(_articles);

    /// <summary>None where none was typed.</summary>
    public async Task<Outcome<IReadOnlyList<PlannedVersion>>> ReadAsync(
        ParseResult parsed, IServiceProvider services, Acting acting, CancellationToken cancellationToken)
    {
        var versions = new List<PlannedVersion>();
        foreach (var id in parsed.GetValue(_articles) ?? [])
        {
            var sheet = await services.GetRequiredService<ArticleFinder>().ShowAsync(id, acting, cancellationToken);
            if (!sheet.IsDone || sheet.Value.Article.SubmittedHash.Length == 0)
            {
                return Outcome<IReadOnlyList<PlannedVersion>>.Refused(sheet.Refusal ?? ArticleTexts.NotSubmittedYet.With(id));
            }

            versions.Add(new PlannedVersion(Article.SubjectOf(id), sheet.Value.Article.SubmittedHash));
        }

        return versions;
    }
}
