using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBridge.Operations.CaseFiles;
using WeChatBridge.Publishing.Scheduling;
using WeChatBridge.Storage;

namespace WeChatBridge.Tests.Worlds;

/// <content>What is planned and settled by people, and proved afterwards.</content>
internal sealed partial class RunningBridge
{
    public CaseFileDesk CaseFiles => _product.Services.GetRequiredService<CaseFileDesk>();

    public PlanningDesk Planning => _product.Services.GetRequiredService<PlanningDesk>();

    public SettlingDesk Settling => _product.Services.GetRequiredService<SettlingDesk>();

    /// <summary>Those who write articles, on the store of the running product.</summary>
    public WritingOffice WritingOffice() =>
        new(_product.Services.GetRequiredService<IDbContextFactory<BridgeContext>>(), WeChat.Clock);
}
