using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Tellings;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>
/// Brings together what the work page shows; every page about a complaint starts here. Whoever gets it has viewed the
/// complaint, and that is stored.
/// </summary>
public sealed class SheetLoader(
    ComplaintSheets sheets, ReferralQueries referrals, HandoverQueries handovers, TellingQueries tellings, VisitQueries visits, ProposalQueries proposals, TaskQueries tasks, ProductQueries products, PersonQueries persons,
    ProgrammeQueries programmes, AreaCatalogue areas, Boundary boundary, Viewer viewer, ServiceZone zone, TimeProvider clock)
{
    /// <returns>Null for a miss and for a complaint outside the reader's areas alike.</returns>
    public async Task<SheetModel?> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        if (!ReferenceCode.TryParse(reference, out var canonical)
            || await sheets.FindAsync(canonical, viewer.Scope, cancellationToken) is not { } found)
        {
            return null;
        }

        var sheet = await boundary.ShowAsync(found, cancellationToken);
        var complaint = sheet.Complaint;
        bool May(string permission) => viewer.Scope.MayDo(permission, complaint);
        var moves = ComplaintWorkflow.Table.From(complaint.Status).Where(m => m.IsForDesk(May) && ComplaintWorkflow.IsFor(m, complaint)).ToList();
        var made = await referrals.OfComplaintAsync(complaint.Id, viewer.Scope, cancellationToken);
        var handed = await handovers.OfComplaintAsync(complaint.Id, viewer.Scope, cancellationToken);
        var visited = await visits.OfComplaintAsync(complaint.Id, viewer.Scope, cancellationToken);
        var written = await products.OfComplaintAsync(complaint.Id, viewer.Scope, cancellationToken);
        var lacking = written.Any(p => p is { Kind: ProductKind.Analysis, IsValid: true }) ? [] : moves.Where(m => m.Requires.Contains(ComplaintWorkflow.Analysis)).ToList();
        moves.RemoveAll(lacking.Contains);
        return new SheetModel(
            sheet,
            made,
            [.. moves.Where(m => !ComplaintWorkflow.IsPerformedElsewhere(m.Verb) && !m.Requires.Contains(ComplaintWorkflow.Visit))],
            MayWrite: sheet.CanWrite && May(Permission.WriteToResidents),
            MayTake: complaint.StatusType != StatusType.Settled && May(Permission.AssignComplaints),
            MayRefer: moves.Any(m => m.Verb == "refer"),
            viewer.Id)
        {
            MayRepresent = May(Permission.WriteToResidents),
            MayClassify = May(Permission.ReceiveComplaints),
            Today = zone.Today,
            Products = written,
            MergedHere = await products.MergedIntoAsync(complaint.Id, viewer.Scope, cancellationToken),
            MayAnalyse = complaint.Status == ComplaintStatus.InReview && May(Permission.AnalyseComplaints),
            MayCheck = complaint.StatusType != StatusType.Settled && May(Permission.LookUpRegistry),
            AfterAnalysis = [.. lacking.Select(m => m.Verb)],
            Step = await tasks.StepAsync(complaint.Id, viewer.Scope, cancellationToken),
            Handovers = handed,
            Visits = visited,
            Proposals = await proposals.OfComplaintAsync(complaint.Id, viewer.Scope, cancellationToken),
            MayPropose = MakeProposal.IsOpenTo(complaint) && May(Permission.AnalyseComplaints),
            Person = May(Permission.ReceiveComplaints) ? await persons.OfAsync(complaint, viewer.Scope, cancellationToken) : null,
            MayPlanVisit = complaint.Status is ComplaintStatus.Received or ComplaintStatus.FieldVerification && May(Permission.VerifyComplaints) && !visited.Any(v => v.IsRunning),
            LacksReport = LacksReport(complaint.Status, visited, May),
            Tellings = await tellings.OfComplaintAsync(complaint.Id, viewer.Scope, cancellationToken),
            MayHandOn = HandoverDesks.Of(complaint.Status) is { } desk && viewer.Scope.Sends(desk, complaint) && !handed.Exists(h => h.IsRunning),
            MayPlace = Placing.Choices(viewer.Scope, complaint, areas).Any(),
            Programmes = May(Permission.ReceiveComplaints) ? await programmes.AllAsync(cancellationToken) : [],
            At = clock.GetUtcNow().UtcDateTime,
        };
    }

    private static bool LacksReport(ComplaintStatus status, IReadOnlyList<VisitRow> visits, Func<string, bool> may) =>
        (status == ComplaintStatus.FieldVerification && may(Permission.VerifyComplaints))
        || (status == ComplaintStatus.SupervisorReview && may(Permission.ApproveComplaints) && !visits.Any(v => v.Status == VisitStatus.Sent));
}
