using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Intake;

/// <summary>After saving: the number and the promise to say and to print, the slip that links a phone, and the next one.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class IntakeReceiptPage(RegisteredComplaints registered, Viewer viewer, TimeProvider clock) : PageModel
{
    public Registered Complaint { get; private set; } = null!;

    /// <summary>What whoever takes the slip home is to the person concerned.</summary>
    public Relation Relation => Complaint.IsChild ? Relation.Parent
        : Complaint.Subject == Subject.Self ? Relation.Self
        : Representative.RelationOf(Complaint.Subject);

    /// <summary>Nobody has to agree to themselves; of others it is said how only once they were asked.</summary>
    public ConsentWay? Way => Relation == Relation.Self && Codes.TryParse<ConsentWay>(Complaint.Channel, out var way) ? way : null;

    public bool MayMakeSlip => Complaint.IsSeen && viewer.Scope.MayIn(Permission.WriteToResidents, Complaint.VillageCode);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (!ReferenceCode.TryParse(reference, out var canonical)
            || await registered.FindAsync(canonical, viewer.Scope, clock.GetUtcNow().UtcDateTime, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Complaint = found;
        return Page();
    }
}
