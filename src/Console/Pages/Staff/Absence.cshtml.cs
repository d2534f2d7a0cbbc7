using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Days on which somebody takes no new work; colleagues read it where work is given.</summary>
[Permits(Permission.ManageStaff)]
public sealed class SetAbsencePage(AccountLoader accounts, Boundary boundary, Viewer viewer, Phrases phrases) : AccountPost(accounts, phrases)
{
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var input = new AbsenceWanted(new(id, Seen), AccountLoader.Day(From), AccountLoader.Day(To), Reason);
        var outcome = await boundary.RunAsync<SetAbsence, Done>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(id, outcome, "account_absence", cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid absence, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<EndAbsence, Done>(
            (act, by, cancel) => act.DoAsync(new(new(id, Seen), absence), viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(id, outcome, "account_absence_ended", cancellationToken);
    }
}
