using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Host.Metrics;

/// <summary><c>/metrics</c>: figures of this process and its database as Prometheus text, for those who watch the machine.</summary>
internal static class MetricsServices
{
    /// <exception cref="OptionsException">The token is too short to keep anybody out.</exception>
    public static void AddMetricsPage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MetricsOptions.Read(configuration));
        services.AddSingleton<MeterReadings>();
        services.AddScoped<StorageFigures>();
    }

    public static void MapMetricsPage(this WebApplication app)
    {
        // Made now: what was measured before anybody listened is not counted.
        app.Services.GetRequiredService<MeterReadings>();
        app.MapGet("/metrics", MetricsPage.GetAsync).AllowAnonymous();
    }
}

/// <param name="Token">What a caller from elsewhere must show; null lets only callers nearby in.</param>
internal sealed record MetricsOptions(string? Token)
{
    private const int ShortestToken = 20;

    public static MetricsOptions Read(IConfiguration configuration) => Secrets.Read(configuration, "Metrics:Token") switch
    {
        null => new MetricsOptions((string?)null),
        { Length: < ShortestToken } => throw new OptionsException("Metrics__Token", $"it is too short: use {ShortestToken} random characters at least"),
        var token => new MetricsOptions(token),
    };
}
