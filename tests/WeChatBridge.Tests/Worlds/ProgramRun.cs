using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace WeChatBridge.Tests.Worlds;

/// <summary>A real process of one of our programs, started in a folder as a person would.</summary>
internal sealed partial class ProgramRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly SemaphoreSlim _moreOutput = new(0);

    private ProgramRun(string assembly, string folder, IEnumerable<string> arguments, string? password = null, string? zone = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (password is not null)
        {
            start.Environment["WECHATBRIDGE_PASSWORD"] = password;
        }

        if (zone is not null)
        {
            start.Environment["TZ"] = zone;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        // Its last line may come before its end: whoever waits for words must hear of both.
        _process.Exited += (_, _) => _moreOutput.Release();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    /// <summary>Starts the product in this folder.</summary>
    public static ProgramRun OfBridge(string folder, params string[] arguments) => new("WeChatBridge", folder, arguments);

    /// <summary>Starts the product in this folder for a person with this password, on a machine that stands in this zone.</summary>
    public static ProgramRun OfBridge(string folder, string[] arguments, string password, string? zone = null) =>
        new("WeChatBridge", folder, arguments, password, zone);

    /// <summary>Starts the demo in this folder.</summary>
    public static ProgramRun OfDemo(string folder, params string[] arguments) => new("WeChatBridge.Demo", folder, arguments);

    /// <summary>Waits for a line that holds these words and returns it.</summary>
    public async Task<string> SaysAsync(string words)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            if (_output.FirstOrDefault(line => line.Contains(words)) is { } said)
            {
                return said;
            }

            _process.HasExited.ShouldBeFalse($"it ended without saying \"{words}\":\n{Output}\n{Errors}");
            await _moreOutput.WaitAsync(limit.Token);
        }
    }

    /// <summary>Waits for it to end by itself; its exit code.</summary>
    public async Task<int> EndsAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>What Ctrl-C does; its exit code.</summary>
    public Task<int> InterruptsAsync() => SignalsAsync(2);

    /// <summary>What a service manager does to stop it; its exit code.</summary>
    public Task<int> TerminatesAsync() => SignalsAsync(15);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        // The semaphore is left to the collector: the process may still tell of its end.
        _process.Dispose();
    }

    private async Task<int> SignalsAsync(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to stop a process by.");
        Kill(_process.Id, signal).ShouldBe(0);
        return await EndsAsync();
    }

    private void Take(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }

        _moreOutput.Release();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
