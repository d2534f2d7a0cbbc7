using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SlrtBot.Bench;

/// <summary>What one visit of a page brought over the wire: bodies only, as they were sent.</summary>
/// <param name="Asked">Files that were asked for again, whatever came of it.</param>
internal sealed record Traffic(long Page, IReadOnlyDictionary<string, long> Files, int Asked)
{
    public long OfFiles => Files.Values.Sum();
}

/// <summary>A browser's view of pages and the files they name, with a cache that does what the answers say.</summary>
/// <param name="encoding">The one that it understands, or <c>identity</c>.</param>
internal sealed partial class Visit(HttpClient http, string encoding)
{
    private readonly Dictionary<string, (EntityTagHeaderValue? Tag, bool IsFresh)> _kept = [];

    public async Task<(Traffic Traffic, string Html)> OpenAsync(string page)
    {
        using var answer = await AskAsync(page, null);
        var html = await ReadAsync(answer.Content);
        var (files, asked) = (new Dictionary<string, long>(), 0);
        foreach (var file in Named().Matches(html.Text).Select(m => m.Groups[1].Value.Split('#')[0]).Distinct())
        {
            if (_kept.TryGetValue(file, out var kept) && kept.IsFresh)
            {
                files[file] = 0;
                continue;
            }

            asked++;
            files[file] = await FetchAsync(file, kept.Tag);
        }

        return (new Traffic(html.Bytes, files, asked), html.Text);
    }

    private async Task<long> FetchAsync(string file, EntityTagHeaderValue? tag)
    {
        using var answer = await AskAsync(file, tag);
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            return 0;
        }

        var size = (await answer.Content.ReadAsByteArrayAsync()).LongLength;
        var cache = answer.Headers.CacheControl;
        _kept[file] = (answer.Headers.ETag, cache is { NoCache: false, NoStore: false, MaxAge.TotalMinutes: > 1 });
        return size;
    }

    private async Task<HttpResponseMessage> AskAsync(string address, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        request.Headers.Accept.ParseAdd("text/html, */*");
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotModified
            ? answer
            : throw new InvalidOperationException($"{address} was answered with {(int)answer.StatusCode}.");
    }

    private static async Task<(string Text, long Bytes)> ReadAsync(HttpContent content)
    {
        var bytes = await content.ReadAsByteArrayAsync();
        await using Stream plain = content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var reader = new StreamReader(plain);
        return (await reader.ReadToEndAsync(), bytes.LongLength);
    }

    /// <summary>Scripts, styles, icons and the picture that holds the signs.</summary>
    [GeneratedRegex("<(?:script|link|use|img)\\b[^>]*?\\b(?:src|href)=\"(/[^\"]+)\"")]
    private static partial Regex Named();
}
