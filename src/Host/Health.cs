using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can also store what it is told.</summary>
internal static class Health
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static IServiceCollection AddOurHealthChecks(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseTakesWrites>("database")
            .AddCheck<SchemaIsCurrent>("migrations")
            .AddCheck<DiskHasRoom>("disk")
            .AddCheck<ChannelsWork>("channels");
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var channels = report.Entries.GetValueOrDefault("channels").Data?.ToDictionary(c => c.Key, c => (ChannelDetail)c.Value) ?? [];
        return context.Response.WriteAsync(JsonSerializer.Serialize(
            new
            {
                Status = Name(report.Status),
                Checks = report.Entries.ToDictionary(e => e.Key, e => Name(e.Value.Status)),
                Channels = channels.ToDictionary(c => c.Key, c => c.Value.State),
                // Anybody may ask whether we are ready; when somebody last wrote to us is not told to the world.
                ChannelDetails = NearCaller.Is(context.Request) ? channels : null,
            },
            Shape));
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

internal sealed class DatabaseTakesWrites(WriteGate gate) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await gate.ExecuteAsync(commands => commands.QueryAsync("select 1", row => row.GetInt32(0)), cancellationToken) is [1]
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
}

internal sealed class SchemaIsCurrent(SlrtDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any() ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
}

internal sealed class DiskHasRoom(DatabaseOptions options) : IHealthCheck
{
    private const long Full = 64L << 20;
    private const long Tight = 1L << 30;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(new DriveInfo(options.DataDirectory).AvailableFreeSpace switch
        {
            < Full => HealthCheckResult.Unhealthy(),
            < Tight => HealthCheckResult.Degraded(),
            _ => HealthCheckResult.Healthy(),
        });
}

/// <summary>An ill channel is no reason to take the others away: degraded at most, with what is known of each.</summary>
internal sealed class ChannelsWork(ChannelHealthQueries health) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var rows = await health.AllAsync(cancellationToken);
        var details = rows.ToDictionary(r => r.Check.Channel, r => (object)ChannelDetail.Of(r));
        return rows.All(r => r.Alarm is null) ? HealthCheckResult.Healthy(data: details) : HealthCheckResult.Degraded(data: details);
    }
}
