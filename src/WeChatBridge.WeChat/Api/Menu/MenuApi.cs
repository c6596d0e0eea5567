namespace WeChatBridge.WeChat.Api.Menu;

/// <summary>
/// <c>/cgi-bin/menu/…</c>: the menu (自定义菜单). Followers see a change within five minutes. Verified accounts only, but for
/// <see cref="GetCurrentAsync"/>.
/// </summary>
public sealed class MenuApi
{
    private readonly WeChatApi _api;

    internal MenuApi(WeChatApi api) => _api = api;

    /// <summary>Replaces the whole menu (创建自定义菜单). May be repeated: the same menu twice is the same menu. 1,000 a day.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu.html"/></remarks>
    /// <param name="buttons">The top buttons, 1–3, each with at most 5 below.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> CreateAsync(IReadOnlyList<MenuButton> buttons, CancellationToken cancellationToken)
        => _api.PostRepeatablyAsync<MenuCreateRequest, Acknowledged>("cgi-bin/menu/create", new(buttons), cancellationToken);

    /// <summary>The menu made by API (获取自定义菜单配置); 46003 when there is none. 10,000 a day.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/custommenu/api_getmenu.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<MadeMenu>> GetAsync(CancellationToken cancellationToken)
        => _api.GetAsync<MadeMenu>("cgi-bin/menu/get", cancellationToken);

    /// <summary>Removes the menu and every conditional one (删除自定义菜单). Sent once. 1,000 a day.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/custommenu/api_deletemenu.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<Acknowledged>> DeleteAsync(CancellationToken cancellationToken)
        => _api.SendAsync<Acknowledged>(new ApiCall(HttpMethod.Get, "cgi-bin/menu/delete"), cancellationToken);

    /// <summary>The menu followers see now, website-made or not (查询自定义菜单信息); unverified accounts too.</summary>
    /// <remarks><see href="https://developers.weixin.qq.com/doc/service/api/custommenu/api_getcurrentselfmenuinfo.html"/></remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ApiResult<CurrentMenu>> GetCurrentAsync(CancellationToken cancellationToken)
        => _api.GetAsync<CurrentMenu>("cgi-bin/get_current_selfmenu_info", cancellationToken);
}
