using System.Globalization;

namespace WeChatBridge.WeChat.Errors;

/// <summary>Why a call was certainly not carried out. Holds no token and no secret; safe to store, show and log.</summary>
/// <param name="Code">The platform's errcode; <see langword="null"/> when the platform was never asked.</param>
/// <param name="Kind">What the code means for us.</param>
/// <param name="Message">The platform's errmsg as sent, or a short English reason when the platform was never asked.</param>
/// <param name="Advice">One Chinese sentence that tells a person what to do.</param>
public sealed record ApiError(int? Code, ErrorKind Kind, string Message, string Advice)
{
    /// <summary>The platform's request id; support asks for it, and <c>openapi/rid/get</c> explains it for 7 days.</summary>
    public string? Rid { get; init; }

    /// <summary>The address the platform saw us calling from, when it named one (40164).</summary>
    public string? Address { get; init; }

    /// <summary>Reads an answer's errcode and errmsg into an error.</summary>
    /// <param name="code">errcode, not 0.</param>
    /// <param name="message">errmsg, may be empty; secrets already removed.</param>
    internal static ApiError FromPlatform(int code, string message)
    {
        var address = ErrorMessage.Address(message);
        var (kind, advice) = ErrorTable.Find(code);
        return new ApiError(code, kind, message, advice.Replace(ErrorTable.AddressPlace, address ?? "提示中的地址"))
        {
            Rid = ErrorMessage.Rid(message),
            Address = address,
        };
    }

    /// <summary>The error of a call that never left this machine.</summary>
    internal static ApiError NotSent(string reason)
        => new(Code: null, ErrorKind.NotSent, reason, "请求没有发出，什么也没有改变；请检查服务器到微信平台的网络，稍后再试。");

    /// <summary>Code, kind and errmsg in one line, for logs.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Code?.ToString(CultureInfo.InvariantCulture) ?? "-"} {Kind}: {Message}");
}
