using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.TestKit.FakeConnector;

/// <summary>Reads a call, lets a fault or the service answer it.</summary>
internal sealed class FakeConnectorApi(FakeConnectorServer server)
{
    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var method = (path, http.Request.Method) switch
        {
            (["openid"], _) => "metadata",
            (["keys"], _) => "keys",
            (["token"], "POST") => "token",
            (["service", "v3", "conversations", _, "activities", ..], "POST") => "send",
            (["service", "v3", "conversations", _, "activities", _], "PUT") => "update",
            (["service", "v3", "conversations", _, "activities", _], "DELETE") => "delete",
            (["service", "v3", "conversations", _, "attachments"], "POST") => "upload",
            (["service" or "elsewhere", "files", _], "GET") => "file",
            _ => "unknown",
        };
        server.Count1(method);
        if (server.Faults.Take(method) is { } fault)
        {
            if (fault.Accepts)
            {
                await AnswerAsync(http, method, path, silently: true);
            }

            await fault.WriteAsync(http, null);
            return;
        }

        await AnswerAsync(http, method, path, silently: false);
    }

    private async Task AnswerAsync(HttpContext http, string method, string[] path, bool silently)
    {
        if (method is "send" or "update" or "delete" or "upload" or "file")
        {
            server.Authorizations.Enqueue(http.Request.Headers.Authorization.ToString() is { Length: > 0 } given ? given : null);
        }

        if (method is "send" or "update" or "delete" or "upload" && http.Request.Headers.Authorization != $"Bearer {server.OnlyToken ?? $"app-token-{server.TokensGiven}"}")
        {
            http.Response.StatusCode = 401;
            return;
        }

        var answer = method switch
        {
            "metadata" => new JsonObject { ["issuer"] = FakeConnectorServer.Issuer, ["jwks_uri"] = $"{server.BaseUrl}/keys" },
            "keys" => new JsonObject { ["keys"] = new JsonArray([.. server.Keys.Select(k => k.Published())]) },
            "token" => await TokenAsync(http),
            "send" => await SendAsync(http, path[3]),
            "update" => await UpdateAsync(http, path[3], path[5]),
            "delete" => server.OfConversation(path[3])?.Loses(path[5]) == true ? [] : null,
            "upload" => await UploadAsync(http),
            _ => null,
        };
        if (silently)
        {
            return;
        }

        if (method == "file" && server.Files.TryGetValue(path[2], out var bytes))
        {
            await http.Response.Body.WriteAsync(bytes);
            return;
        }

        http.Response.StatusCode = answer is null ? 404 : 200;
        await http.Response.WriteAsJsonAsync(answer ?? []);
    }

    private async Task<JsonObject?> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != FakeConnectorServer.AppId
            || form["client_secret"] != FakeConnectorServer.AppPassword || form["scope"] != "https://api.botframework.com/.default")
        {
            return null;
        }

        return new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = $"app-token-{Interlocked.Increment(ref server.TokensGiven)}" };
    }

    private async Task<JsonObject?> SendAsync(HttpContext http, string conversation)
    {
        var activity = await ReadAsync(http);
        if (server.OfConversation(conversation) is not { } member)
        {
            return null;
        }

        return new JsonObject { ["id"] = member.Sees(activity) };
    }

    private async Task<JsonObject?> UpdateAsync(HttpContext http, string conversation, string id)
    {
        var activity = await ReadAsync(http);
        return server.OfConversation(conversation)?.SeesChanged(id, activity) == true ? new JsonObject { ["id"] = id } : null;
    }

    private async Task<JsonObject> UploadAsync(HttpContext http)
    {
        var file = await ReadAsync(http);
        var id = $"attachment-{server.Uploads.Count + 1}";
        server.Uploads[id] = Convert.FromBase64String(file["originalBase64"]!.ToString());
        return new JsonObject { ["id"] = id };
    }

    /// <exception cref="InvalidOperationException">A null, which some connectors refuse with 400.</exception>
    private static async Task<JsonObject> ReadAsync(HttpContext http)
    {
        var activity = (await JsonSerializer.DeserializeAsync<JsonObject>(http.Request.Body, cancellationToken: http.RequestAborted))!;
        return activity.Any(f => f.Value is null) ? throw new InvalidOperationException($"null in {activity}") : activity;
    }
}

/// <summary>How calls to the connector go wrong, beside what goes wrong with any call.</summary>
public static class FakeConnectorFault
{
    public static FakeFault Status(int status, string? retryAfter = null) => new(false, (http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    /// <summary>The message is sent, and the answer has no body.</summary>
    public static FakeFault EmptyAnswer { get; } = new(true, (http, _) =>
    {
        http.Response.StatusCode = 202;
        return Task.CompletedTask;
    });

    public static FakeFault Redirect(string to) => new(false, (http, _) =>
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    });
}
