using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Partners;

[Permits(Permission.ReadPartners)]
public sealed class ListPartnersPage(PartnerQueries partners) : PageModel
{
    public IReadOnlyList<Partner> Partners { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Partners = await partners.AllAsync(cancellationToken);
}
