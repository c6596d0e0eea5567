using System.CommandLine;
using System.Text;
using WeChatBridge.Demo;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var mode = new Option<string[]>("--mode")
{
    Description = "消息加密方式：plain 明文、compatible 兼容、safe 安全；也可以只改一个号，如 renda=plain",
    AllowMultipleArgumentsPerToken = true,
};
var data = new Option<string>("--data") { Description = "数据文件夹", DefaultValueFactory = _ => "data/demo" };
var root = new RootCommand("在本机同时启动后台和微信模拟器，用来试用。") { mode, data };
mode.Validators.Add(result =>
{
    foreach (var token in result.Tokens.Where(token => DemoModes.Read([token.Value]) is null))
    {
        result.AddError($"看不懂的加密方式：{token.Value}。可用：plain、compatible、safe，或 zhengwu=plain 这样的写法。");
    }
});
root.SetAction((parsed, cancellationToken) => DemoRun.RunAsync(
    new DemoSettings(DemoModes.Read(parsed.GetValue(mode) ?? [])!, Path.GetFullPath(parsed.GetValue(data)!)), cancellationToken));
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
