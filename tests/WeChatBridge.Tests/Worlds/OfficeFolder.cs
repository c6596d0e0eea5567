using System.Text;

namespace WeChatBridge.Tests.Worlds;

/// <summary>An empty folder somebody works in; gone with the test.</summary>
internal sealed class OfficeFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wechatbridge-office-");

    public string Path => _folder.FullName;

    /// <summary>The zone the machine stands in; null for this one's.</summary>
    public string? Zone { get; init; }

    /// <summary>Writes a file; its name.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), content);
        return name;
    }

    /// <summary>Runs one command of the product here to its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunsAsync(params string[] arguments)
    {
        await using var run = ProgramRun.OfBridge(Path, arguments);
        return (await run.EndsAsync(), run.Output, run.Errors);
    }

    /// <summary>Runs one command of the product here, with this password handed in as a script does.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunsWithAsync(string password, params string[] arguments)
    {
        await using var run = ProgramRun.OfBridge(Path, arguments, password, Zone);
        return (await run.EndsAsync(), run.Output, run.Errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
