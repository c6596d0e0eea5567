using System.Text;
using WeChatBridge.Articles.Body;
using WeChatBridge.Tests.Conventions;

namespace WeChatBridge.Tests.Articles.Body;

/// <summary>What comes out of each source, as files to read: the body, its pictures, what the writer is told.</summary>
public sealed class GoldenBodiesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "WeChatBridge.Tests", "Golden", "Bodies");

    [Fact]
    public void A_word_document() =>
        Hold("notice.docx", BodyImport.Read(WordFile.Of(File.ReadAllText(Path.Combine(Folder, "notice.docx.xml"))), "通知.docx"));

    [Theory]
    [InlineData("word-paste.html")]
    [InlineData("web-page.html")]
    [InlineData("guide.md")]
    public void A_file_of_text(string name) => Hold(name, BodyImport.Read(File.ReadAllBytes(Path.Combine(Folder, name)), name));

    private static void Hold(string name, Outcome<ArticleBody> read)
    {
        var golden = Path.Combine(Folder, name + ".golden");
        Describe(read.Value).ShouldBe(File.ReadAllText(golden));
    }

    private static string Describe(ArticleBody body)
    {
        var text = new StringBuilder(body.Html).Append("\n\n");
        foreach (var image in body.Images)
        {
            var file = image.Embedded;
            text.Append($"{image.Source} {image.Address} {file?.MediaType} {file?.Content.Length} \"{image.Description}\"\n");
        }

        return text.AppendJoin("", body.Losses.Select(loss => $"! {loss}\n")).ToString();
    }
}
