using System.Diagnostics.CodeAnalysis;

namespace WeChatBridge.WeChat.Api.DataCube;

/// <summary>Figures of the account by day.</summary>
/// <typeparam name="T">What one row holds.</typeparam>
public sealed record AccountFigures<T>
{
    /// <summary>The rows.</summary>
    [AllowNull]
    public IReadOnlyList<T> List { get; init => field = value ?? []; } = [];
}

/// <summary>Followers won and lost on one day by one way in.</summary>
/// <param name="RefDate">The day.</param>
/// <param name="UserSource">The way in, by the platform's number; 0 all others, 1 search, 17 business card, 30 QR code.</param>
/// <param name="NewUser">Won.</param>
/// <param name="CancelUser">Lost.</param>
public sealed record UserSummary(DateOnly RefDate, int UserSource = 0, long NewUser = 0, long CancelUser = 0);

/// <summary>Followers at the end of one day.</summary>
/// <param name="RefDate">The day.</param>
/// <param name="CumulateUser">Followers.</param>
public sealed record UserCumulate(DateOnly RefDate, long CumulateUser = 0);

/// <summary>What followers wrote on one day.</summary>
/// <param name="RefDate">The day.</param>
/// <param name="MsgType">1 text, 2 picture, 3 voice, 4 video, 6 link.</param>
/// <param name="MsgUser">Followers who wrote.</param>
/// <param name="MsgCount">Messages they wrote.</param>
public sealed record UpstreamMessages(DateOnly RefDate, int MsgType = 0, long MsgUser = 0, long MsgCount = 0);

/// <summary>How our callback answered on one day, as the platform saw it.</summary>
/// <param name="RefDate">The day.</param>
/// <param name="CallbackCount">Pushes.</param>
/// <param name="FailCount">Pushes we did not answer in five seconds.</param>
/// <param name="TotalTimeCost">All answers' time, in milliseconds.</param>
/// <param name="MaxTimeCost">The slowest answer, in milliseconds.</param>
public sealed record InterfaceSummary(
    DateOnly RefDate, long CallbackCount = 0, long FailCount = 0, long TotalTimeCost = 0, long MaxTimeCost = 0);
