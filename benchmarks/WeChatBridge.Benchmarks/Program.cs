using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using WeChatBridge.Benchmarks;

if (args is ["latency", ..])
{
    return LatencyCommand.Create().Parse(args[1..]).Invoke();
}

// In this process: the toolchain that builds a project of its own restores packages that not every package source holds.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(LatencyCommand).Assembly).Run(args, config);
return 0;
