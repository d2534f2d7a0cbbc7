using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Installation;

/// <summary>Whether residents can reach us: each channel's traffic, its state, and what to do where it is ill.</summary>
[Permits(Permission.ReadSystem)]
public sealed class ChannelsPage(ChannelHealthQueries health) : PageModel
{
    public IReadOnlyList<ChannelHealthRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await health.AllAsync(cancellationToken);
}
