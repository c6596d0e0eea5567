using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using WeChatBridge.Simulator.Api.Tokens;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>The one way into the API: reads the call, lets a waiting fault spoil it, checks it, acts, answers, enters it in the ledger.</summary>
internal sealed class ApiDoor(SimulatedPlatform platform)
{
    private readonly Lock _strangers = new();

    public async Task HandleAsync(HttpContext context)
    {
        var call = await ApiCallReader.ReadAsync(context.Request, context.RequestAborted);
        var endpoint = ApiTable.Endpoints.GetValueOrDefault(call.Path);
        call = call with { Caller = FindCaller(endpoint, call) };
        var fault = platform.Faults.Take(call.Caller?.Account.Settings.Key, call.Path);
        switch (fault?.Kind)
        {
            case FaultKind.DropBeforeActing:
                Record(call, endpoint, "", "dropped before acting");
                context.Abort();
                return;
            case FaultKind.ServerError:
                await AnswerAsync(context, call, endpoint, ServerError(fault));
                return;
        }

        var answer = fault?.Kind switch
        {
            FaultKind.ErrorCode => Json(call, endpoint, (ErrorCode)fault.Code),
            FaultKind.RightWithdrawn => Json(call, endpoint, ErrorCode.Unauthorized),
            _ => Act(context.Request.Method, endpoint, call),
        };
        switch (fault?.Kind)
        {
            case FaultKind.DropAfterActing:
                Record(call, endpoint, answer.Text, "dropped after acting");
                context.Abort();
                return;
            case FaultKind.Latency:
                await Task.Delay(fault.Delay, platform.Clock, context.RequestAborted);
                break;
            case FaultKind.MalformedJson:
                answer = answer with { Bytes = answer.Bytes[..(answer.Bytes.Length / 2)], Outcome = "malformed" };
                break;
        }

        await AnswerAsync(context, call, endpoint, answer);
    }

    private AccountApi? FindCaller(ApiEndpoint? endpoint, ApiCall call)
    {
        var appId = endpoint?.BySecret == true ? TokenEndpoints.AppId(call) : null;
        return platform.Accounts.Select(account => account.Api).FirstOrDefault(
            api => appId is null ? api.Tokens.Knows(call.AccessToken) : api.Account.Settings.AppId == appId);
    }

    private WireAnswer Act(string method, ApiEndpoint? endpoint, ApiCall call)
    {
        if (endpoint is null)
        {
            return Json(call, endpoint, ErrorCode.InvalidUrl);
        }

        // One call of an account at a time: checks and effects of two calls never mix.
        lock (call.Caller?.Gate ?? _strangers)
        {
            var answer = ApiGate.Refuse(endpoint, method, call) ?? endpoint.Act(call);
            return answer.File is { } file ? WireAnswer.Of(file) : Json(call, endpoint, answer);
        }
    }

    private WireAnswer Json(ApiCall call, ApiEndpoint? endpoint, ApiAnswer answer)
    {
        var members = answer.Members ?? [];
        if (answer.Code == ErrorCode.Ok)
        {
            return WireAnswer.Of(members, endpoint?.LabelledAsText == true, "ok");
        }

        var rid = RequestId.Next(platform.Clock);
        var error = new JsonObject { ["errcode"] = (int)answer.Code, ["errmsg"] = $"{answer.Text} rid: {rid}" };
        foreach (var (name, value) in members)
        {
            error[name] = value?.DeepClone();
        }

        var wire = WireAnswer.Of(error, endpoint?.LabelledAsText == true, $"{(int)answer.Code}");
        call.Caller?.Traces.Add(rid, call, wire.Text);
        return wire;
    }

    private static WireAnswer ServerError(PlatformFault fault)
    {
        var status = fault.Code is >= 500 and <= 599 ? fault.Code : StatusCodes.Status502BadGateway;
        var page = $"<html><body><h1>{status}</h1></body></html>";
        return new WireAnswer(System.Text.Encoding.UTF8.GetBytes(page), "text/html", $"{status}") { Status = status };
    }

    private async Task AnswerAsync(HttpContext context, ApiCall call, ApiEndpoint? endpoint, WireAnswer answer)
    {
        Record(call, endpoint, answer.Text, answer.Outcome);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Bytes.Length;
        if (answer.FileName is { } fileName)
        {
            context.Response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{Uri.EscapeDataString(fileName)}\"";
        }

        await context.Response.Body.WriteAsync(answer.Bytes, context.RequestAborted);
    }

    private void Record(ApiCall call, ApiEndpoint? endpoint, string response, string outcome) => platform.Ledger.Append(new LedgerEntry
    {
        Account = call.Caller?.Account.Settings.Key,
        Direction = LedgerDirection.Asked,
        Kind = LedgerKinds.Api,
        Path = call.Path,
        RequestBody = endpoint?.BySecret == true ? LedgerMask.Hide(call.BodyText) : call.BodyText,
        ResponseBody = endpoint?.BySecret == true ? LedgerMask.Hide(response) : response,
        Outcome = outcome,
    });
}
