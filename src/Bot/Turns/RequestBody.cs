using Microsoft.AspNetCore.Http;

namespace SlrtBot.Bot.Turns;

/// <summary>What a channel posted, as far as it may be kept.</summary>
internal static class RequestBody
{
    /// <summary>Bytes.</summary>
    private const int Longest = 1024 * 1024;

    /// <returns>Null when there is more than may be kept.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Longest)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
            if (body.Length > Longest)
            {
                return null;
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
