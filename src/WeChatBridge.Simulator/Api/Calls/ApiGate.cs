namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>Everything that can stop a call before it acts, in the platform's order: method, credentials, body, right, quota.</summary>
internal static class ApiGate
{
    /// <summary>Null: the call may act.</summary>
    public static ApiAnswer? Refuse(ApiEndpoint endpoint, string method, ApiCall call)
    {
        if (method != endpoint.Method)
        {
            return endpoint.Method == HttpMethods.Get ? ErrorCode.GetRequired : ErrorCode.PostRequired;
        }

        return Credentials(endpoint, call) ?? Body(endpoint, call) ?? Right(endpoint, call) ?? Quota(endpoint, call);
    }

    // The token addresses look at AppID, secret and address themselves: their errors are their subject.
    private static ApiAnswer? Credentials(ApiEndpoint endpoint, ApiCall call)
    {
        if (endpoint.BySecret)
        {
            return null;
        }

        if (call.AccessToken.Length == 0)
        {
            return ErrorCode.AccessTokenMissing;
        }

        if (call.AccessToken.Length < 64 || !call.AccessToken.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            return ErrorCode.InvalidAccessToken;
        }

        var code = call.Caller?.Tokens.Check(call.AccessToken) ?? ErrorCode.InvalidCredential;
        return code == ErrorCode.Ok ? null : code;
    }

    private static ApiAnswer? Body(ApiEndpoint endpoint, ApiCall call) =>
        call.BodyError == ErrorCode.Ok ? null : endpoint.TakesFile ? ErrorCode.MediaMissing : call.BodyError;

    private static ApiAnswer? Right(ApiEndpoint endpoint, ApiCall call) =>
        call.Caller is null || call.Account.Holds(endpoint.Right) ? null : ErrorCode.Unauthorized;

    private static ApiAnswer? Quota(ApiEndpoint endpoint, ApiCall call)
    {
        var code = call.Caller?.Quotas.Count(endpoint) ?? ErrorCode.Ok;
        return code == ErrorCode.Ok ? null : code;
    }
}
