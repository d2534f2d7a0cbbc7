using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>Files that people sent, fetched by id and then by path.</summary>
public sealed class FakeFiles
{
    private const int LongestDownload = 20 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, byte[]> _byId = new();
    private int _last;

    /// <summary>Set: the next downloads stop after their first byte and hang.</summary>
    public bool Drip { get; set; }

    /// <summary>Set: downloads do not say how long they are.</summary>
    public bool HidesLength { get; set; }

    /// <summary>Set: files are known by their ids, and their paths are over.</summary>
    public bool AreGone { get; set; }

    public string Add(byte[] bytes)
    {
        var id = $"AgACAgUAAxkBAAfake{Interlocked.Increment(ref _last):D6}";
        _byId[id] = bytes;
        return id;
    }

    internal FakeAnswer Get(string? fileId)
    {
        if (fileId is null || !_byId.TryGetValue(fileId, out var bytes))
        {
            return FakeAnswer.Refuse(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
        }

        return bytes.Length > LongestDownload
            ? FakeAnswer.Refuse(400, "Bad Request: file is too big")
            : FakeAnswer.Of(new JsonObject
            {
                ["file_id"] = fileId,
                ["file_unique_id"] = Unique(fileId),
                ["file_size"] = bytes.Length,
                ["file_path"] = $"photos/{fileId}",
            });
    }

    internal static string Unique(string fileId) => "AQAD" + fileId[^6..];

    internal async Task WriteAsync(HttpContext http, string path)
    {
        if (AreGone || !_byId.TryGetValue(path.Split('/')[^1], out var bytes))
        {
            await FakeAnswer.Refuse(404, "Not Found").WriteAsync(http);
            return;
        }

        if (Drip)
        {
            await http.Response.Body.WriteAsync(bytes.AsMemory(0, 1), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await FakeFault.Hang.WriteAsync(http, null);
            return;
        }

        if (HidesLength)
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
            return;
        }

        await FakeAnswer.WriteAsync(http, 200, "application/octet-stream", bytes);
    }
}
