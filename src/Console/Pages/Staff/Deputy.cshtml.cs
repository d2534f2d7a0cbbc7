using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Who stands in for somebody, as what and on which days.</summary>
[Permits(Permission.ManageStaff)]
public sealed class GiveDeputyPage(
    AccountLoader accounts, AccountList list, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases)
    : AccountPost(accounts, phrases)
{
    /// <summary>The id of the role that is stood in for.</summary>
    [BindProperty]
    public Guid? Roles { get; set; }

    [BindProperty]
    public Guid? Deputy { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public IEnumerable<SelectListItem> RoleItems => Account.Staff.Roles.Where(r => !r.IsDeputy).OrderBy(r => r.Role)
        .Select(r => new SelectListItem($"{Phrases[$"role.{Codes.Of(r.Role)}"]}, {areas.Path(r.AreaCode)}", r.Id.ToString()));

    public IEnumerable<SelectListItem> Colleagues { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // The days of a leave that was entered a moment ago are the days of the deputy.
        From ??= Account.Absences.Count > 0 ? $"{Account.Absences[0].FirstDay:yyyy-MM-dd}" : null;
        To ??= Account.Absences.Count > 0 ? $"{Account.Absences[0].LastDay:yyyy-MM-dd}" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ConfirmAsync(id, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var input = new DeputyWanted(
            new(id, Seen), Roles ?? Guid.Empty, Deputy ?? Guid.Empty, AccountLoader.Day(From), AccountLoader.Day(To), Reason);
        var outcome = await boundary.RunAsync<GiveDeputy, Done>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(id, outcome, "account_deputy", cancellationToken);
    }

    /// <param name="role">Of the deputy; theirs is the account that changes.</param>
    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid role, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var line = Account.Deputies.Concat(Account.StandsIn).FirstOrDefault(l => l.RoleId == role);
        var outcome = line is null ? Refusal.NotFound() : await boundary.RunAsync<EndDeputy, Done>(
            (act, by, cancel) => act.DoAsync(new(new(line.StaffId, Seen), role), viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(id, outcome, "account_deputy_ended", cancellationToken);
    }

    protected override async Task LookAsync(CancellationToken cancellationToken) => Colleagues =
    [
        new SelectListItem(Phrases["form.choose"], string.Empty),
        .. (await list.ColleaguesAsync(viewer.Scope, cancellationToken)).Where(c => c.Id != Account.Staff.Id)
            .Select(c => new SelectListItem($"{c.Name} ({c.UserName})", c.Id.ToString())),
    ];
}
