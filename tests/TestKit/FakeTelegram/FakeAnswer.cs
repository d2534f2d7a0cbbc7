using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>An answer in the Bot API's envelope; HTTP status and error_code are the same number.</summary>
public sealed record FakeAnswer(int Status, JsonObject Envelope)
{
    public static FakeAnswer Of(JsonNode? result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result });

    public static FakeAnswer Refuse(int code, string description, int? retryAfter = null)
    {
        var envelope = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (retryAfter is { } seconds)
        {
            envelope["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        return new FakeAnswer(code, envelope);
    }

    public async Task WriteAsync(HttpContext http)
    {
        if (Envelope["parameters"]?["retry_after"] is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString();
        }

        await WriteAsync(http, Status, "application/json", Encoding.UTF8.GetBytes(Envelope.ToJsonString()));
    }

    internal static async Task WriteAsync(HttpContext http, int status, string contentType, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}
