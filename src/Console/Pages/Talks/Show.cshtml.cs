using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;

namespace SlrtBot.Console.Pages.Talks;

/// <summary>One chat: its thread, and taking it over, writing in it, giving it back.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class ShowConversationPage(
    TalkQueries talks, DutyQueries duties, Boundary boundary, Viewer viewer, TimeProvider clock, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Key { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>How it was made sure who asks for the PIN to be removed.</summary>
    [BindProperty]
    public string? Check { get; set; }

    public bool RefusedCheck { get; private set; }

    public ConversationSheet Sheet { get; private set; } = null!;

    /// <summary>Whom to call about the emergency now; empty where none is running.</summary>
    public IReadOnlyList<OnDuty> OnDuty { get; private set; } = [];

    public bool IsMine => Sheet.Running is { State: TalkState.Active } running && running.TakenBy == viewer.Id;

    public Guid NewKey() => SequentialId.Next(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellationToken) => ActAsync<TakeOver, Talk>(
        id, "talk_taken", (act, by, cancel) => act.DoAsync(id, viewer.Scope, by, cancel), cancellationToken);

    // A form without its key would be the same one for everybody: the second message would be taken for the first.
    public async Task<IActionResult> OnPostReplyAsync(Guid id, CancellationToken cancellationToken) => Key == Guid.Empty
        ? BadRequest()
        : await ActAsync<ReplyAsOfficer, Done>(
            id, null, (act, by, cancel) => act.DoAsync(id, Key, Text, viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostGiveBackAsync(Guid id, CancellationToken cancellationToken) => ActAsync<EndTalk, bool>(
        id, "talk_given_back", (act, by, cancel) => act.DoAsync(id, TalkEnd.Staff, viewer.Scope, by, cancel), cancellationToken);

    public async Task<IActionResult> OnPostResetPinAsync(Guid id, CancellationToken cancellationToken)
    {
        IdentityCheck? check = Codes.TryParse<IdentityCheck>(Check, out var made) ? made : null;
        RefusedCheck = check is null;
        return await ActAsync<ResetPin, Done>(
            id, "pin_reset", (act, by, cancel) => act.DoAsync(id, check, viewer.Scope, by, cancel), cancellationToken, nameof(Check));
    }

    private async Task<IActionResult> ActAsync<TAct, T>(
        Guid id, string? done, Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken,
        string field = nameof(Text))
        where TAct : notnull
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync(act, cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = done;
            return RedirectToPage("/Talks/Show", null, new { id }, "thread");
        }

        // Who has it now may be somebody else than a moment ago.
        return await FindAsync(id, cancellationToken)
            ? this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : field })], phrases)
            : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await talks.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        Sheet = await boundary.ShowAsync(found, cancellationToken);
        OnDuty = Sheet is { Alarm: { } alarm, Running: not null } ? await duties.NowAsync(alarm.AreaCode, clock.GetUtcNow().UtcDateTime, cancellationToken) : [];
        return true;
    }
}
