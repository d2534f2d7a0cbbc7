using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>Reads a call, lets a fault or the method answer it.</summary>
internal sealed class FakeBotApi(FakeTelegramServer server)
{
    private readonly FakeMethods _methods = new(server);

    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var isFile = path.StartsWith("/file/bot", StringComparison.Ordinal);
        var rest = isFile ? path["/file/bot".Length..] : path.StartsWith("/bot", StringComparison.Ordinal) ? path["/bot".Length..] : null;
        var slash = rest?.IndexOf('/') ?? -1;
        if (rest is null || slash < 0)
        {
            await FakeAnswer.Refuse(404, "Not Found").WriteAsync(http);
            return;
        }

        var (token, method) = (rest[..slash], rest[(slash + 1)..]);
        if (token != server.Token)
        {
            await FakeAnswer.Refuse(401, "Unauthorized").WriteAsync(http);
            return;
        }

        if (server.Delay > TimeSpan.Zero)
        {
            await Task.Delay(server.Delay, http.RequestAborted);
        }

        if (isFile)
        {
            server.OnCall?.Invoke("file", new JsonObject { ["path"] = method });
            await server.Files.WriteAsync(http, method);
            return;
        }

        server.Calls.AddOrUpdate(method, 1, (_, n) => n + 1);
        var body = await ReadBodyAsync(http.Request);
        server.OnCall?.Invoke(method, body);
        var fault = server.Faults.Take(method);
        if (fault is { Accepts: false })
        {
            await fault.WriteAsync(http, null);
            return;
        }

        server.LastCall[method] = body;
        var answer = await _methods.CallAsync(method, body, http.RequestAborted);
        await (fault?.WriteAsync(http, answer) ?? answer.WriteAsync(http));
    }

    private static async Task<JsonObject> ReadBodyAsync(HttpRequest request)
    {
        var body = new JsonObject();
        foreach (var (key, value) in request.Query)
        {
            body[key] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            foreach (var (key, value) in await request.ReadFormAsync())
            {
                body[key] = value.ToString();
            }
        }
        else if (request.ContentLength is > 0)
        {
            var json = await JsonSerializer.DeserializeAsync<JsonObject>(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            foreach (var (key, value) in json ?? [])
            {
                body[key] = value?.DeepClone();
            }
        }

        return body;
    }
}
