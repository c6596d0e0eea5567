using System.Collections.Frozen;

using static WeChatBridge.WeChat.Errors.ErrorKind;

namespace WeChatBridge.WeChat.Errors;

/// <summary>The one table that gives every known errcode its kind and the sentence a person reads.</summary>
/// <remarks>
/// Meanings: <see href="https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html"/> and the error lists
/// of the single interfaces. A code that is not here is <see cref="Unknown"/>: refused, but nobody has yet thought about it.
/// </remarks>
internal static class ErrorTable
{
    /// <summary>Stands in an advice where the address found in errmsg belongs.</summary>
    public const string AddressPlace = "{address}";

    private static readonly (ErrorKind Kind, string Advice) NotInTable
        = (Unknown, "微信返回了未收录的错误，请把错误码和 rid 记下来，交管理员查阅微信官方文档。");

    private static readonly FrozenDictionary<int, (ErrorKind Kind, string Advice)> Rows
        = Credentials().Concat(Limits()).Concat(Rights()).Concat(Followers()).Concat(Articles())
            .Concat(Files()).Concat(Menus()).Concat(Comments()).Concat(Requests())
            .ToFrozenDictionary(row => row.Code, row => (row.Kind, row.Advice));

    /// <summary>Every code in the table.</summary>
    public static IEnumerable<int> Codes => Rows.Keys;

    /// <summary>The kind and the advice for a code; <see cref="Unknown"/> when it is not in the table.</summary>
    public static (ErrorKind Kind, string Advice) Find(int code) => Rows.GetValueOrDefault(code, NotInTable);

    private static Row[] Credentials() =>
    [
        new(40001, TokenExpired, "调用凭证已失效且自动更新未能解决，请稍后再试；若反复出现，请检查 AppSecret 是否被重置。"),
        new(40014, TokenExpired, "调用凭证不合法且自动更新未能解决，请稍后再试；若反复出现，请联系管理员。"),
        new(42001, TokenExpired, "调用凭证已过期且自动更新未能解决，请稍后再试；若反复出现，请联系管理员。"),
        new(40002, CredentialsWrong, "凭证类型不合法，请联系管理员检查程序设置。"),
        new(40013, CredentialsWrong, "AppID 不正确，请在微信开发者平台核对后更正设置。"),
        new(40125, CredentialsWrong, "AppSecret 不正确，请在微信开发者平台重置后更新设置。"),
        new(40243, CredentialsWrong, "AppSecret 已被冻结，请在微信开发者平台解冻，约 10 分钟后生效。"),
        new(41001, CredentialsWrong, "请求缺少调用凭证，请联系管理员检查程序设置。"),
        new(41002, CredentialsWrong, "请求缺少 AppID，请联系管理员检查程序设置。"),
        new(41004, CredentialsWrong, "请求缺少 AppSecret，请联系管理员检查程序设置。"),
        new(42007, CredentialsWrong, "授权已失效（如管理员改过密码），请公众号管理员重新授权。"),
        new(61024, CredentialsWrong, "公众号已授权给第三方平台，须由该平台调用，或先在微信后台取消授权。"),
        new(40164, AddressNotAllowed, "请把 {address} 加入微信开发者平台的 IP 白名单；若该地址经常变化，请为服务器配置固定出口地址。"),
        new(61004, AddressNotAllowed, "服务器出口地址不在 IP 白名单内，请在微信开发者平台加入 {address}。"),
        new(89501, AwaitingConfirmation, "此地址的调用正在等待公众号管理员在手机上确认，请提醒管理员处理。"),
        new(89503, AwaitingConfirmation, "此地址的调用需要公众号管理员在手机上确认，请提醒管理员处理。"),
        new(89504, AwaitingConfirmation, "已开启群发保护，请提醒公众号管理员在 30 分钟内于手机上确认。"),
        new(89505, AwaitingConfirmation, "群发正在等待公众号管理员确认，请勿重复提交。"),
        new(89506, AwaitingConfirmation, "管理员拒绝了此地址的调用，24 小时内不能再次申请，请先与管理员沟通。"),
        new(89507, AwaitingConfirmation, "管理员拒绝了此地址的调用，1 小时内不能再次申请，请先与管理员沟通。"),
    ];

    private static Row[] Limits() =>
    [
        new(-1, Retryable, "微信平台繁忙，请稍候再试。"),
        new(45009, QuotaExhausted, "该接口今日调用次数已用完，次日零点恢复；确有急需可由管理员清零（每月 10 次）。"),
        new(45028, QuotaExhausted, "当前周期的群发次数已用完，请改期或改为发布（不通知粉丝）。"),
        new(48006, QuotaExhausted, "本月清零次数已用完，请等次日配额自动恢复。"),
        new(45011, TryLater, "调用过于频繁，请一分钟后再试。"),
        new(42010, TryLater, "群发过于频繁，请过几分钟再试。"),
        new(45066, TryLater, "同一群发任务重试过快，请一分钟后再试。"),
        new(61503, TryLater, "统计数据尚未生成，微信一般在次日 8 点后给出，请届时再查。"),
    ];

    private static Row[] Rights() =>
    [
        new(48001, RightMissing, "公众号没有此接口权限（未认证、类型不符或已被微信收回），请在微信后台完成发表，或申请认证。"),
        new(40200, RightMissing, "此类公众号不支持该功能。"),
        new(88000, RightMissing, "公众号没有留言功能权限，请在微信后台查看是否可以开通。"),
        new(76022, RightMissing, "当前公众号无权查询该接口的额度。"),
        new(48004, AccountRestricted, "该接口已被微信封禁，请登录微信后台查看站内通知并按要求处理。"),
        new(50002, AccountRestricted, "公众号被限制使用此功能（可能因违规），请登录微信后台查看通知。"),
        new(53404, AccountRestricted, "公众号已被限制带货能力，请删除文中商品后再试。"),
    ];

    private static Row[] Followers() =>
    [
        new(40003, FollowerUnreachable, "OpenID 不正确，或对方不是本公众号的粉丝。"),
        new(40132, FollowerUnreachable, "微信号不正确，请核对（是微信号，不是昵称），并确认对方关注了本公众号。"),
        new(43004, FollowerUnreachable, "对方没有关注公众号，无法发送。"),
        new(45015, FollowerUnreachable, "距对方上次来消息已超过 48 小时，不能再主动回复，请等对方再次留言或改用电话联系。"),
        new(45047, FollowerUnreachable, "对这位粉丝的回复条数已用完，须等对方再次发来消息。"),
        new(48002, FollowerUnreachable, "对方拒收公众号消息，无法发送。"),
        new(70000, FollowerUnreachable, "对方处于未成年人保护状态，无法发送。"),
        new(45080, FollowerUnreachable, "对方 30 秒内没有互动，不能显示“正在输入”。"),
        new(45081, Refused, "已经在显示“正在输入”，不必重复。"),
        new(45072, Refused, "输入状态指令不正确，请联系管理员。"),
    ];

    private static Row[] Articles() =>
    [
        new(40007, NotFound, "草稿或素材不存在，可能已发表或被删除；请先查看微信后台，不要直接重发。"),
        new(53600, NotFound, "文章编号不正确，或文章已被删除。"),
        new(40059, NotFound, "群发任务不存在，或其内容不能通过接口删除。"),
        new(40114, NotFound, "消息中没有这一篇文章，请核对序号。"),
        new(40152, NotFound, "群发标签不存在，请重新选择标签。"),
        new(45065, AlreadyDone, "同一群发任务此前已被微信接受，请勿再次群发，按原任务查询结果。"),
        new(45067, Refused, "群发任务编号过长（最多 32 字节），请联系管理员。"),
        new(45002, ContentRejected, "内容过长，请删减后再试。"),
        new(45003, ContentRejected, "标题过长（不超过 32 个字），请缩短。"),
        new(45004, ContentRejected, "摘要过长（不超过 128 个字），请缩短。"),
        new(45005, ContentRejected, "原文链接过长（不超过 1 KB），请缩短。"),
        new(45008, ContentRejected, "图文条数超出限制，请减少。"),
        new(45110, ContentRejected, "作者名过长（不超过 16 个字），请缩短。"),
        new(45166, ContentRejected, "正文含有微信不接受的内容，请检查链接、图片和样式。"),
        new(45062, ContentRejected, "文章带有广告合约，不能通过接口群发，请在微信后台操作。"),
        new(45113, ContentRejected, "文章含有不再支持的商品或卡券，请删除后再试。"),
        new(53402, ContentRejected, "封面裁剪失败，请检查裁剪范围或更换封面。"),
        new(53405, ContentRejected, "文中商品信息有误，请修改或删除后再试。"),
        new(53406, ContentRejected, "公众号未开通带货能力，请删除文中商品后再试。"),
        new(53503, ContentRejected, "草稿没有通过发布检查，请在微信后台打开草稿查看原因。"),
        new(53504, ContentRejected, "该草稿须在微信公众平台网站上发布。"),
        new(53505, ContentRejected, "请先在微信公众平台网站上手动保存该草稿，再发布。"),
        new(48021, ContentRejected, "自动保存的草稿不能群发或预览，请先在微信后台手动保存。"),
        new(48022, ContentRejected, "草稿含有接口上传的视频，请在微信后台操作。"),
    ];

    private static Row[] Files() =>
    [
        new(40004, ContentRejected, "文件类型不受支持，请更换。"),
        new(40005, ContentRejected, "图片类型不受支持，正文图片只能用 JPG 或 PNG。"),
        new(40006, ContentRejected, "文件大小不合要求，请压缩后再试。"),
        new(40009, ContentRejected, "图片过大，正文图片须小于 1 MB，请压缩后再试。"),
        new(40010, ContentRejected, "语音文件过大，请压缩后再试。"),
        new(40011, ContentRejected, "视频文件过大，请压缩后再试。"),
        new(40012, ContentRejected, "缩略图过大（不超过 64 KB），请压缩后再试。"),
        new(45001, ContentRejected, "文件过大，请压缩后再试。"),
        new(41005, Refused, "上传的文件是空的或未能读出，请重新选择文件。"),
        new(41006, Refused, "请求缺少素材编号，请联系管理员。"),
        new(44001, Refused, "上传的文件内容为空，请重新选择文件。"),
    ];

    private static Row[] Menus() =>
    [
        new(40015, Refused, "菜单类型不正确，请修改菜单。"),
        new(40016, Refused, "一级菜单个数超出限制（最多 3 个），请减少。"),
        new(40017, Refused, "菜单按钮类型不正确，请修改。"),
        new(40018, Refused, "一级菜单名称过长（最多 16 字节），请缩短。"),
        new(40019, Refused, "菜单 KEY 过长（最多 128 字节），请缩短。"),
        new(40020, Refused, "菜单链接过长（最多 1024 字节），请缩短。"),
        new(40021, Refused, "菜单版本不正确，请重新提交。"),
        new(40022, Refused, "菜单级数超出限制（最多两级），请调整。"),
        new(40023, Refused, "二级菜单个数超出限制（每组最多 5 个），请减少。"),
        new(40024, Refused, "二级菜单按钮类型不正确，请修改。"),
        new(40025, Refused, "二级菜单名称过长（最多 60 字节），请缩短。"),
        new(40026, Refused, "二级菜单 KEY 过长（最多 128 字节），请缩短。"),
        new(40027, Refused, "二级菜单链接过长（最多 1024 字节），请缩短。"),
        new(40033, Refused, "请求含有转义字符，微信只接受 UTF-8 原文，请联系管理员。"),
        new(40054, Refused, "二级菜单链接不正确，请修改。"),
        new(40055, Refused, "菜单链接不正确，请修改。"),
        new(65318, Refused, "内容必须使用 UTF-8 编码，请联系管理员。"),
        new(46003, NotFound, "公众号尚未设置自定义菜单。"),
    ];

    private static Row[] Comments() =>
    [
        new(88001, NotFound, "该文章不存在，或没有留言数据。"),
        new(88002, ContentRejected, "回复含有敏感内容，请修改后再试。"),
        new(88003, Refused, "精选留言数量已达上限，请先取消一些。"),
        new(88005, AlreadyDone, "这条留言已经回复过。"),
        new(88007, ContentRejected, "回复为空或过长，请修改。"),
        new(88008, NotFound, "这条留言已被删除。"),
        new(88010, Refused, "一次最多读取 49 条留言。"),
    ];

    private static Row[] Requests() =>
    [
        new(40008, Refused, "消息类型不正确，请联系管理员。"),
        new(40035, Refused, "请求参数不正确，请联系管理员。"),
        new(40066, Refused, "接口地址不正确，请联系管理员检查程序设置。"),
        new(40097, Refused, "请求参数不正确，请联系管理员。"),
        new(40130, Refused, "按名单群发至少要两位粉丝。"),
        new(43001, Refused, "接口须用 GET 调用，请联系管理员。"),
        new(43002, Refused, "接口须用 POST 调用，请联系管理员。"),
        new(44002, Refused, "请求内容为空，请联系管理员。"),
        new(44003, Refused, "图文内容为空，请补充后再试。"),
        new(44004, Refused, "文本内容为空，请补充后再试。"),
        new(47001, Refused, "微信无法解析请求内容，请联系管理员。"),
        new(47009, Refused, "微信已停用该接口，请联系管理员升级程序。"),
        new(61500, Refused, "日期格式不正确，请重新选择日期。"),
        new(61501, Refused, "日期范围过长，请缩短后再查。"),
        new(76001, NotFound, "请求编号（rid）不存在，请核对。"),
        new(76002, RightMissing, "该请求编号（rid）属于其他账号，无权查询。"),
        new(76003, Refused, "要查询的接口路径不正确，请联系管理员。"),
        new(76021, Refused, "要查询的接口不存在，请联系管理员。"),
    ];

    private readonly record struct Row(int Code, ErrorKind Kind, string Advice);
}
