
namespace SlrtBot.Console.Htmx;

/// <summary>
/// What the page's script (htmx 4) tells about a request. <c>HX-Source</c> and <c>HX-Target</c> are <c>tag#id</c>.
/// </summary>
public sealed class HtmxRequest(IHttpContextAccessor accessor)
{
    public bool IsHtmx => Header("HX-Request") == "true";

    /// <summary>True where the page's own part is asked for: no frame, no navigation.</summary>
    public bool IsFragment =>
        IsHtmx && Header("HX-Request-Type") != "full" && Header("HX-History-Restore-Request") != "true";

    public (string Tag, string? Id) Source => Parse(Header("HX-Source"));

    public (string Tag, string? Id) Target => Parse(Header("HX-Target"));

    /// <summary>Path of the page that the reader has open; null when unknown.</summary>
    public string? CurrentPath =>
        Uri.TryCreate(Header("HX-Current-URL"), UriKind.Absolute, out var url) ? url.AbsolutePath : null;

    private static (string Tag, string? Id) Parse(string? value)
    {
        var parts = (value ?? string.Empty).Split('#', 2);
        return (parts[0], parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : null);
    }

    private string? Header(string name) => accessor.HttpContext?.Request.Headers[name].FirstOrDefault();
}
