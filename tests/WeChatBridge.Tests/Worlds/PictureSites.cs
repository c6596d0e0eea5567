using System.Net;

namespace WeChatBridge.Tests.Worlds;

/// <summary>Other sites, as far as a test has put them there; an address it has not is a mistake of the test or of the product.</summary>
internal sealed class PictureSites : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = [];
    private readonly List<string> _asked = [];

    /// <summary>What was asked for, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public void Show(string address, byte[] content) =>
        _answers[address] = () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) };

    public void Answer(string address, HttpStatusCode status, string? location = null) => _answers[address] = () =>
    {
        var response = new HttpResponseMessage(status);
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.AbsoluteUri;
        _asked.Add(address);
        return Task.FromResult(_answers.TryGetValue(address, out var answer)
            ? answer()
            : throw new InvalidOperationException($"Nobody put anything at {address}."));
    }
}
