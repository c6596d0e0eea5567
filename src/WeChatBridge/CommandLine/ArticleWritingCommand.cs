using System.CommandLine;
using WeChatBridge.Articles;
using WeChatBridge.Search.Documents;
using WeChatBridge.Staff;
using WeChatBridge.Texts;

namespace WeChatBridge.CommandLine;

/// <summary>The parts of <c>article</c> that change what an article says and shows.</summary>
internal static class ArticleWritingCommand
{
    public static IEnumerable<Command> Parts() =>
    [
        Set(),
        Upload("import", "用文件（.docx、.md、.html、.txt）的内容作正文", (desk, upload, by, token) => desk.ImportAsync(upload, by, token)),
        Upload("cover", "设封面图片", (desk, upload, by, token) => desk.SetCoverAsync(upload, by, token)),
        Upload("attach", "加附件；同名的换成新的", (desk, upload, by, token) => desk.AttachAsync(upload, by, token)),
        Detach(),
        Collect(),
    ];

    private static Command Set()
    {
        var (id, seen, arguments) = (ArticleCommand.Id(), ArticleCommand.Seen(), new ArticleArguments());
        var command = ArticleCommand.Signed("set", "修改标题、作者等；没写的项目不变", [id, seen], async (services, parsed, by, token) =>
            ArticleCommand.Say(
                await services.GetRequiredService<ArticleDesk>().SaveAsync(
                    parsed.GetRequiredValue(id), parsed.GetValue(seen), before => arguments.Apply(parsed, before), by, token),
                ArticleLines.Saved));
        arguments.AddTo(command);
        return command;
    }

    private static Command Upload(
        string verb,
        string description,
        Func<ArticleFileDesk, ArticleUpload, Acting, CancellationToken, Task<Outcome<SavedArticle>>> take)
    {
        var (id, seen) = (ArticleCommand.Id(), ArticleCommand.Seen());
        var file = new Argument<string>("file") { Description = "文件" };
        return ArticleCommand.Signed(verb, description, [id, file, seen], async (services, parsed, by, token) =>
        {
            var content = await ReadAsync(parsed.GetRequiredValue(file), token);
            if (!content.IsDone)
            {
                return Outcome<string>.Refused(content.Refusal!);
            }

            var upload = new ArticleUpload(
                parsed.GetRequiredValue(id), parsed.GetValue(seen), Path.GetFileName(parsed.GetRequiredValue(file)), content.Value);
            return ArticleCommand.Say(
                await take(services.GetRequiredService<ArticleFileDesk>(), upload, by, token), ArticleLines.Saved);
        });
    }

    private static Command Detach()
    {
        var (id, seen) = (ArticleCommand.Id(), ArticleCommand.Seen());
        var name = new Argument<string>("name") { Description = "附件的文件名" };
        return ArticleCommand.Signed("detach", "去掉附件", [id, name, seen], async (services, parsed, by, token) => ArticleCommand.Say(
            await services.GetRequiredService<ArticleFileDesk>().DetachAsync(
                parsed.GetRequiredValue(id), parsed.GetValue(seen), parsed.GetRequiredValue(name), by, token),
            ArticleLines.Saved));
    }

    private static Command Collect()
    {
        var (id, seen) = (ArticleCommand.Id(), ArticleCommand.Seen());
        return ArticleCommand.Signed("collect", "把正文里别的网站的图片取进来", [id, seen], async (services, parsed, by, token) => ArticleCommand.Say(
            await services.GetRequiredService<PictureCollectionDesk>().CollectAsync(
                parsed.GetRequiredValue(id), parsed.GetValue(seen), by, token),
            ArticleLines.Saved));
    }

    private static async Task<Outcome<byte[]>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return Outcome<byte[]>.Refused(StaffTexts.FileMissing.With(file.FullName));
        }

        if (file.Length > DocumentText.MaximumBytes)
        {
            return Outcome<byte[]>.Refused(StaffTexts.FileTooLarge.With(file.Length >> 20, DocumentText.MaximumBytes >> 20));
        }

        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Outcome<byte[]>.Refused(StaffTexts.FileUnreadable.With(file.FullName, exception.Message));
        }
    }
}
