using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using WeChatBridge.Simulator.Api.Tokens;

namespace WeChatBridge.Simulator.Api.Calls;

/// <summary>The one way into the API: reads the call, lets a fault spoil it, checks it, acts, answers, enters it in the ledger.</summary>
internal sealed class ApiDoor(SimulatedPlatform platform)
{
    private readonly Lock _strangers = new();

    public async Task HandleAsync(HttpContext context)
    {
        var call = await ApiCallReader.ReadAsync(context.Request, context.RequestAborted);
        var endpoint = ApiTable.Endpoints.GetValueOrDefault(call.Path);
        call = call with { Caller = FindCaller(endpoint, call) };
        var fault = platform.Faults.Take(call.Caller?.Account.Settings.Key, call.Path);
        if (fault?.Kind == FaultKind.DropBeforeActing)
        {
            Drop(context, call, endpoint, WireAnswer.None("dropped before acting"));
            return;
        }

        var answer = fault?.Kind switch
        {
            FaultKind.ServerError => WireAnswer.ServerError(fault.Code),
            FaultKind.ErrorCode => Json(call, endpoint, (ErrorCode)fault.Code),
            FaultKind.RightWithdrawn => Json(call, endpoint, ErrorCode.Unauthorized),
            _ => Act(context.Request.Method, endpoint, call),
        };
        if (fault?.Kind == FaultKind.DropAfterActing)
        {
            Drop(context, call, endpoint, answer with { Outcome = "dropped after acting" });
            return;
        }

        if (fault?.Kind == FaultKind.Latency)
        {
            await Task.Delay(fault.Delay, platform.Clock, context.RequestAborted);
        }

        await AnswerAsync(context, call, endpoint, fault?.Kind == FaultKind.MalformedJson ? answer.CutShort() : answer);
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
            return WireAnswer.Of(members, endpoint, "ok");
        }

        var rid = RequestId.Next(platform.Clock);
        var error = new JsonObject { ["errcode"] = (int)answer.Code, ["errmsg"] = $"{answer.Text} rid: {rid}" };
        foreach (var (name, value) in members)
        {
            error[name] = value?.DeepClone();
        }

        var wire = WireAnswer.Of(error, endpoint, $"{(int)answer.Code}") with { Summary = answer.Text };
        call.Caller?.Traces.Add(rid, call, wire.Text);
        return wire;
    }

    private void Drop(HttpContext context, ApiCall call, ApiEndpoint? endpoint, WireAnswer answer)
    {
        Record(call, endpoint, answer);
        context.Abort();
    }

    private async Task AnswerAsync(HttpContext context, ApiCall call, ApiEndpoint? endpoint, WireAnswer answer)
    {
        Record(call, endpoint, answer);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Bytes.Length;
        if (answer.FileName is { } fileName)
        {
            context.Response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{Uri.EscapeDataString(fileName)}\"";
        }

        await context.Response.Body.WriteAsync(answer.Bytes, context.RequestAborted);
    }

    private void Record(ApiCall call, ApiEndpoint? endpoint, WireAnswer answer)
    {
        // Calls by secret carry it, and their answers the token: anyone at the page may read the ledger.
        var masked = endpoint?.BySecret == true;
        platform.Ledger.Append(new LedgerEntry
        {
            Account = call.Caller?.Account.Settings.Key,
            Direction = LedgerDirection.Asked,
            Kind = LedgerKinds.Api,
            Path = call.Path,
            Summary = answer.Summary,
            RequestBody = masked ? LedgerMask.Hide(call.BodyText) : call.BodyText,
            ResponseBody = masked ? LedgerMask.Hide(answer.Text) : answer.Text,
            Outcome = answer.Outcome,
        });
    }
}
