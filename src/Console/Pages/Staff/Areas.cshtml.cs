using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Areas by a part of their name, for the forms that give roles: 270 villages are no list to choose from.</summary>
[Permits(Permission.ManageStaff)]
public sealed class FindAreaPage(AreaCatalogue areas, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? AreaText { get; set; }

    public AreaChoice Choice => AreaChoice.Of(AreaText, null, viewer.Scope, areas);
}
