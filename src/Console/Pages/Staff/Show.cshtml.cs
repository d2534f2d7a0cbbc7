using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>One account: facts, decision log, and the small decisions; roles, days and leaving have pages of their own.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ShowStaffPage(
    AccountLoader accounts, AccountQueries queries, Invites invites, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : AccountPost(accounts, phrases)
{
    /// <summary>Two at least must be able to read a sensitive complaint (docs/domain.md).</summary>
    private const int Enough = 2;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public bool Reads { get; set; }

    /// <summary>Null but in the answer to the wish for a new link.</summary>
    public Invite? Made { get; private set; }

    /// <summary>Which form stands open, after a refusal.</summary>
    public string? Opened { get; private set; }

    public int Readers { get; private set; }

    public bool FewReaders => Readers < Enough;

    public bool IsOwn => Account.Staff.Id == viewer.Id;

    public bool MaySend => invites.PublicUrl is not null;

    public IEnumerable<HeldRole> Held => Account.Staff.Roles.Where(r => r.ValidTo is null || r.ValidTo >= zone.Today).Select(HeldRole.Of)
        .OrderBy(r => r.Role).ThenBy(r => r.AreaCode, StringComparer.Ordinal);

    public Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken cancellationToken) => DecideAsync<CorrectName, Done>(
        id, "rename", "account_renamed", (act, by, cancel) => act.DoAsync(new(new(id, Seen), Name), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostSensitiveAsync(Guid id, CancellationToken cancellationToken) => DecideAsync<ChangeSensitive, Done>(
        id, "sensitive", "account_sensitive", (act, by, cancel) => act.DoAsync(new(new(id, Seen), Reads, Reason), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostEndSessionsAsync(Guid id, CancellationToken cancellationToken) => DecideAsync<EndAccountSessions, int>(
        id, null, "account_sessions_ended", (act, by, cancel) => act.DoAsync(new(id, Seen), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostUnlinkAsync(Guid id, CancellationToken cancellationToken) => DecideAsync<UnlinkStaffChats, int>(
        id, null, "account_unlinked", (act, by, cancel) => act.DoAsync(new AccountSeen(id, Seen), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostSendLinkAsync(Guid id, CancellationToken cancellationToken) => DecideAsync<SendSetUpLink, Done>(
        id, "link", "account_link_sent",
        (act, by, cancel) => act.DoAsync(new(id, Seen), invites.PublicUrl, viewer.Scope, by, cancel), cancellationToken);

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken)
    {
        Opened = "link";
        if (await ConfirmAsync(id, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var outcome = await boundary.RunAsync<GiveSetUpLink, StaffAdded>(
            (act, by, cancel) => act.DoAsync(new(id, Seen), viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return await AgainAsync(id, outcome.Refusals, cancellationToken);
        }

        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Opened = null;
        // Never in an address, never in a cookie: in this answer alone.
        Made = invites.Of(outcome.Value);
        return Page();
    }

    private async Task<IActionResult> DecideAsync<TAct, T>(
        Guid id, string? form, string done, Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        Opened = form;
        if (await ConfirmAsync(id, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var outcome = await boundary.RunAsync(act, cancellationToken);
        return outcome.Refusals.Any(r => r.Kind == RefusalKind.Forbidden)
            ? StatusCode(StatusCodes.Status403Forbidden)
            : await AnswerAsync(id, outcome, done, cancellationToken);
    }

    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        Name ??= Account.Staff.Name;
        var regency = Account.Staff.Roles.Select(r => AreaCode.RegencyOf(r.AreaCode)).OfType<string>().FirstOrDefault();
        Readers = regency is null ? Enough : await queries.SensitiveReadersAsync(regency, cancellationToken);
    }
}
