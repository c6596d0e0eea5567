using WeChatBridge.CommandLine;

return await BridgeCommands.RunAsync(args);
