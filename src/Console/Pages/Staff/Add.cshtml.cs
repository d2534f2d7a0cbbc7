using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>A new account, and its link: shown once, to be printed or copied.</summary>
[Permits(Permission.ManageStaff)]
public sealed class AddStaffPage(
    SuggestUserName suggest, Invites invites, AreaCatalogue areas, Boundary boundary, Viewer viewer, OwnPassword passwords, TimeProvider clock, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Made of the name where it is left empty.</summary>
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? AreaText { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public bool Sensitive { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Of who decides, where that is asked; never shown again.</summary>
    [BindProperty]
    public string? OwnPassword { get; set; }

    public bool AsksPassword => passwords.IsAsked;

    public AreaChoice Choice => AreaChoice.Of(AreaText, Area, viewer.Scope, areas);

    /// <summary>Null until the account was made, and for ever after this answer.</summary>
    public Invite? Made { get; private set; }

    public Guid MadeId { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var roles = Roles.Select(r => Codes.TryParse<Role>(r, out var role) ? role : (Role?)null).ToList();
        var name = Name ?? string.Empty;
        var user = UserName?.Trim() is { Length: > 0 } chosen ? chosen : await suggest.OfAsync(name, cancellationToken);
        var input = new NewStaffMember(user, name, [.. roles.OfType<Role>()], Choice.Chosen ?? string.Empty, Sensitive);
        if (roles.Contains(null) || Choice.Chosen is null)
        {
            // What else is wrong is said at once: the form is filled in once.
            var wrong = input.Problems().Where(p => p.Field != "area").ToList();
            return this.With(AccountLoader.Named([
                .. wrong, .. DecisionLog.Problem(Reason) is { } reason ? [reason] : Array.Empty<Refusal>(),
                .. roles.Contains(null) ? [new Refusal("not_a_choice", "role")] : Array.Empty<Refusal>(),
                .. Choice.Chosen is null ? [new Refusal("area_not_chosen", "area")] : Array.Empty<Refusal>(),
            ]), phrases);
        }

        if (await passwords.TakeAsync(OwnPassword, cancellationToken) is { } denied)
        {
            return this.Wait(denied.WaitUntil, nameof(OwnPassword), "refusal.own_password_wrong", clock, phrases);
        }

        var outcome = await boundary.RunAsync<AddStaffMember, StaffAdded>(
            (act, by, cancel) => act.DoAsync(input, Reason, viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.With(AccountLoader.Named(outcome.Refusals), phrases);
        }

        (Made, MadeId) = (invites.Of(outcome.Value), outcome.Value.Id);
        return Page();
    }
}
