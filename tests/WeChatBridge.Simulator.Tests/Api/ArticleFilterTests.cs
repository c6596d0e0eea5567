using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Api;

public class ArticleFilterTests
{
    [Theory]
    [InlineData("""<p id="a" class="b" style="color:red">字</p>""", """<p style="color:red">字</p>""")]
    [InlineData("""<div style='margin:0'>字</div>""", """<section style="margin:0">字</section>""")]
    [InlineData("""<style>p{color:red}</style><p>字</p><script>x()</script>""", "<p>字</p>")]
    [InlineData("""<p onclick="x()">字</p><iframe src="https://v"></iframe>""", "<p>字</p>")]
    [InlineData("""<form action="/x"><p>字</p><input name="n"></form>""", "<p>字</p>")]
    [InlineData("""<p>字</p><img src="https://example.com/a.png"/>""", "<p>字</p>")]
    [InlineData("""<p>字</p><img src="data:image/png;base64,AA=="/>""", "<p>字</p>")]
    [InlineData("""<img src="http://mmbiz.qpic.cn/x/0">""", """<img src="http://mmbiz.qpic.cn/x/0">""")]
    [InlineData("""<p style="position:fixed;background:url('https://e.com/a;b.png');color:red">字</p>""", """<p style="color:red">字</p>""")]
    [InlineData("""<svg><g id="g"/><rect fill="url(#g)"/></svg><p>字</p>""", """<svg><g/><rect fill="url(#g)"/></svg><p>字</p>""")]
    [InlineData("""<!-- 批注 --><p>3 < 5 & 字&nbsp;</p>""", """<p>3 < 5 & 字&nbsp;</p>""")]
    public async Task A_body_comes_back_as_the_platform_keeps_it(string sent, string kept)
    {
        await using var world = await ApiWorld.StartAsync();
        var article = ApiWorld.Article("题", await world.UploadsCoverAsync());
        article["content"] = sent;
        var added = await world.PostsAsync("/cgi-bin/draft/add", new JsonObject { ["articles"] = new JsonArray(article) }.ToRaw());
        var draft = await world.PostsAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{added.Text("media_id")}}"}""");

        draft.At("news_item", 0, "content").ToString().ShouldBe(kept);
    }
}
