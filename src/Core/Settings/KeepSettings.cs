using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Settings;

/// <summary>Reads what offices have settled into <see cref="SettledValues"/>.</summary>
public sealed class LoadSettings(IServiceScopeFactory scopes, SettledValues settled)
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SlrtDbContext>().Settings.AsNoTracking().ToListAsync(cancellationToken);
        settled.Load(rows.Select(row => KeyValuePair.Create(new SettingKey(row.Code, row.AreaCode), row.Value)));
    }
}

/// <summary>What this process settles holds at its commit; what another one settled, a minute later at the latest.</summary>
internal sealed class KeepSettings : RepeatedWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly LoadSettings _load;
    private readonly IDisposable _listening;

    public KeepSettings(LoadSettings load, SettledValues settled, CommittedEvents committed, TimeProvider clock)
        : base(Pause, clock)
    {
        _load = load;
        _listening = committed.ListenToOwn(happened =>
        {
            if (happened is SettingChanged changed)
            {
                settled.Settle(changed.Key, changed.Value);
            }
        });
    }

    public override void Dispose()
    {
        _listening.Dispose();
        base.Dispose();
    }

    protected override async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _load.LoadAsync(stoppingToken);
        }
        catch (StorageUnavailableException)
        {
            // What is in memory holds on; the next look finds the rest.
        }

        return true;
    }
}
