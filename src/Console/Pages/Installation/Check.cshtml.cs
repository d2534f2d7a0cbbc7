using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Backups;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Operations;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Installation;

/// <summary>What this installation still lacks, and whether its channels, outbox and jobs are well.</summary>
[Permits(Permission.ReadSystem)]
public sealed class CheckInstallationPage(
    SystemState system, TroubledMessages troubles, ChannelHealthQueries health, AreaCatalogue areas, BackupOptions backups,
    EmptyDesks desks, DutyQueries duties, Viewer viewer, ServiceZone zone, TimeProvider clock) : PageModel
{
    public SystemFigures State { get; private set; } = null!;

    public IReadOnlyList<ParkedMessage> Parked { get; private set; } = [];

    public IReadOnlyList<TroubledSend> Sends { get; private set; } = [];

    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>Where work stands still, because nobody takes it.</summary>
    public int EmptyDesks { get; private set; }

    /// <summary>Everything is set up, and yet somebody's message lies here or did not arrive.</summary>
    public bool IsBehind => State.Waiting + State.Parked + State.Unknown + State.Failed > 0;

    public IReadOnlyDictionary<string, ChannelState> Channels { get; private set; } = new Dictionary<string, ChannelState>();

    public IReadOnlyList<ChannelAlarm> Alarms { get; private set; } = [];

    public string Version { get; } = typeof(CheckInstallationPage).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? string.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        State = await system.ReadAsync(cancellationToken);
        Parked = await troubles.ParkedAsync(viewer.Scope, cancellationToken);
        Sends = await troubles.SendsAsync(viewer.Scope, cancellationToken);
        Channels = await health.StatesAsync(cancellationToken);
        Alarms = await health.AlarmsAsync(cancellationToken);
        EmptyDesks = areas.IsEmpty ? 0 : (await desks.FindAsync(null, zone.Today, cancellationToken)).Still;
        Missing =
        [
            .. new (string Key, bool Missing)[]
            {
                ("areas", areas.IsEmpty),
                ("staff", !State.HasStaff),
                ("partners", !State.HasPartners),
                ("sensitive", State.SensitiveReaders < 2),
                ("duty", !await duties.IsAnybodyReachedAsync(clock.GetUtcNow().UtcDateTime, cancellationToken)),
                ("channel", Channels.Values.All(s => s == ChannelState.Off)),
                ("passphrase", backups.Passphrase is null),
            }.Where(m => m.Missing).Select(m => m.Key),
        ];
    }
}
