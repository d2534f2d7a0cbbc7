using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Reports;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Installation;

/// <summary>What this installation still lacks, and whether its channels, outbox and jobs are well.</summary>
[Permits(Permission.ReadSystem)]
public sealed class CheckInstallationPage(SystemState system, TroubledMessages troubles, AreaCatalogue areas, IEnumerable<IMessenger> messengers, IConfiguration configuration) : PageModel
{
    public SystemFigures State { get; private set; } = null!;

    public IReadOnlyList<ParkedMessage> Parked { get; private set; } = [];

    public IReadOnlyList<TroubledSend> Sends { get; private set; } = [];

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public IReadOnlyList<(string Channel, int Capacity)> Channels { get; private set; } = [];

    public string Version { get; } = typeof(CheckInstallationPage).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? string.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        State = await system.ReadAsync(cancellationToken);
        Parked = await troubles.ParkedAsync(cancellationToken);
        Sends = await troubles.SendsAsync(cancellationToken);
        // The chat page fetches its messages itself, so that no messenger stands for it.
        Channels =
        [
            .. messengers.Select(m => (m.Channel, m.Capacity))
                .Append((Core.Conversations.Channels.WebChat, configuration.GetValue("WebChat:Enabled", true) ? 1 : 0))
                .OrderBy(m => m.Item1, StringComparer.Ordinal),
        ];
        Missing =
        [
            .. new (string Key, bool Missing)[]
            {
                ("areas", areas.IsEmpty),
                ("staff", !State.HasStaff),
                ("partners", !State.HasPartners),
                ("sensitive", State.SensitiveReaders < 2),
                ("channel", Channels.All(c => c.Capacity == 0)),
            }.Where(m => m.Missing).Select(m => m.Key),
        ];
    }
}
