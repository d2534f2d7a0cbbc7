using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Edits;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Two people at one complaint: what did not collide is said, what did is shown in both versions.</summary>
public sealed class BesideOthers(LastChanges changes, Viewer viewer, Phrases phrases)
{
    /// <summary>Says with the good news that somebody changed the complaint meanwhile, and who.</summary>
    /// <param name="before">As it was when the form arrived.</param>
    /// <param name="seen">The version that the form was made from.</param>
    public async Task TellAsync(PageModel page, Complaint before, int seen, CancellationToken cancellationToken)
    {
        if (before.Version != seen && await changes.OfAsync(before.Id, viewer.Id, cancellationToken) is { } last)
        {
            page.TempData["Beside"] = Name(last);
        }
    }

    /// <param name="form">As it was sent, on the version that is now.</param>
    /// <param name="seen">Code of the status that the sender saw.</param>
    public async Task<EditConflict> ConflictAsync(
        SheetModel sheet, MoveForm form, string seen, string? seenHolder, CancellationToken cancellationToken)
    {
        ComplaintStatus? was = Codes.TryParse<ComplaintStatus>(seen, out var known) ? known : null;
        var wanted = was is { } from ? ComplaintWorkflow.Table.Find(from, form.Verb)?.To : null;
        var last = await changes.OfAsync(sheet.Complaint.Id, null, cancellationToken);
        return new EditConflict(
            [
                new(phrases["queue.status"], Status(was), Status(wanted ?? was), Status(sheet.Complaint.Status)),
                new(phrases["queue.holder"], seenHolder, seenHolder, sheet.Sheet.Holder),
                new(phrases["move.message"], null, form.Message, null),
                new(phrases["move.note"], null, form.Note, null),
                new(phrases["move.reason"], null, form.Holds(ComplaintWorkflow.Reason) ? phrases[$"reason.{form.Reason}"] : null, null),
            ],
            last is null ? null : Name(last),
            last?.At);
    }

    private string? Status(ComplaintStatus? status) => status is { } known ? phrases[$"status.{Codes.Of(known)}"] : null;

    private string Name(LastChange last) => last.Name ?? phrases[$"actor.{Codes.Of(last.Actor)}"];
}
