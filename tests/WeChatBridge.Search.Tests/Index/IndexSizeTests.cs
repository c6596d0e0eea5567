using System.Text;
using WeChatBridge.Search.Index;

namespace WeChatBridge.Search.Tests.Index;

public sealed class IndexSizeTests
{
    [Fact]
    public void The_index_takes_less_than_twice_its_text()
    {
        // Small collections pay for their many different terms; many documents of the same language share them.
        var documents = Enumerable.Range(0, 20)
            .SelectMany(copy => EvaluationFolder.Documents().Select(document => document with { Id = $"{document.Id} {copy}" })).ToList();
        var text = documents.Sum(document => document.Sections.Sum(section => (long)Encoding.UTF8.GetByteCount(section.Text)));
        SectionIndex.Build(documents, Vocabulary.Empty).Size.ShouldBeLessThan(2 * text);
    }
}
