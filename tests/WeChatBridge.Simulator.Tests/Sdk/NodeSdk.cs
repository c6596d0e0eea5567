using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WeChatBridge.Simulator.Tests.Sdk;

/// <summary>node-easywechat in a folder of its own, run as a child process: JSON in, JSON out (see sdk.js).</summary>
public sealed class NodeSdk : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("node-easywechat-");

    private string? _missing;

    public async ValueTask InitializeAsync()
    {
        _missing = await MissingAsync("node") ?? await MissingAsync("npm");
        if (_missing is not null)
        {
            return;
        }

        foreach (var file in new[] { "sdk.js", "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Sdk", file), Path.Combine(_folder.FullName, file));
        }

        await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
    }

    /// <summary>Skips the test, with the reason, where Node or npm is missing.</summary>
    public void SkipIfMissing() => Assert.SkipWhen(_missing is not null, _missing ?? "");

    public async Task<JsonObject> RunAsync(JsonObject input)
    {
        var output = await RunAsync("node", ["sdk.js"], input.ToJsonString(JsonSerializerOptions.Default));
        return JsonNode.Parse(output)!.AsObject();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string?> MissingAsync(string program)
    {
        try
        {
            await RunAsync(program, ["--version"], "");
            return null;
        }
        catch (Win32Exception)
        {
            return $"{program} is not installed on this machine.";
        }
    }

    private async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.ExitCode.ShouldBe(0, $"{program} said: {await errors}");
        return await output;
    }
}
