using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace SlrtBot.Host;

/// <summary>
/// Pages go over the wire compressed, with a proxy in front or without: a queue is 90 kB of html and 12 kB of gzip. Event
/// streams and pictures are left as they are.
/// </summary>
internal static class CompressedPages
{
    public static IServiceCollection AddCompressedPages(this IServiceCollection services) => services
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });

    /// <summary>
    /// What another site's page asked for goes out as it is: whoever chooses what a page repeats could otherwise guess the
    /// rest of it by its length (BREACH). Forms' tokens are drawn anew for each page besides.
    /// </summary>
    public static IApplicationBuilder UseCompressedPages(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Headers["Sec-Fetch-Site"] is not ["cross-site"], ours => ours.UseResponseCompression());
}
