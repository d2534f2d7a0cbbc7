using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Keeps a note among colleagues; the resident never reads it.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class AddNotePage(SheetLoader sheets, BesideOthers beside, Boundary boundary, Viewer viewer, Phrases phrases) : SheetPost(sheets, phrases)
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<AddNote, Done>(
            (act, by, cancel) => act.DoAsync(Sheet.Complaint.Id, Key, Text ?? string.Empty, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            await beside.TellAsync(this, Sheet.Complaint, Version, cancellationToken);
            return Finish("noted", "timeline");
        }

        Sheet = Sheet with { RefusedNote = new WordsForm(Sheet.Reference, Key, Version, Text) };
        return Refuse([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Text) })]);
    }
}
