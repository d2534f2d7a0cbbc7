using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Sends the reader's own words to the resident's chat.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class WriteToResidentPage(SheetLoader sheets, BesideOthers beside, Boundary boundary, Viewer viewer, Phrases phrases) : SheetPost(sheets, phrases)
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<WriteToResident, Done>(
            (act, by, cancel) => act.DoAsync(Sheet.Complaint.Id, Key, Text ?? string.Empty, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            await beside.TellAsync(this, Sheet.Complaint, Version, cancellationToken);
            return Finish("written", "thread");
        }

        Sheet = Sheet with { RefusedMessage = new WordsForm(Sheet.Reference, Key, Version, Text) };
        return Refuse([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Text) })]);
    }
}
