using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Programmes;

/// <summary>What residents are told about programmes, as the chat tells it.</summary>
[Permits(Permission.ReadPartners)]
public sealed class ListProgrammesPage(ProgrammeQueries programmes) : PageModel
{
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Programmes = await programmes.AllAsync(cancellationToken);
}
