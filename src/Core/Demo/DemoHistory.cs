using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Demo;

/// <summary>What a complaint has behind it: its moves with their words, notes among colleagues, referrals.</summary>
internal sealed class DemoHistory(DemoWorld world, int attempt)
{
    private const string Table = "complaint_move";

    public void Add(DemoRows rows, DemoRandom chance, Complaint complaint, List<DemoStep> steps, int index)
    {
        rows.Moves.Add(new ComplaintMove
        {
            Id = chance.Id(complaint.LodgedAt),
            ComplaintId = complaint.Id,
            ToStatus = ComplaintStatus.Received,
            Verb = "lodge",
            ActorKind = ActorKind.Resident,
            ActorId = complaint.ConversationId,
            At = complaint.LodgedAt,
        });
        var referrals = new DemoReferrals(world, attempt, complaint, index);
        foreach (var step in steps)
        {
            var actor = step.By is { } role ? world.Staff(chance, role, complaint.VillageCode) : complaint.ConversationId;
            var move = Move(chance, complaint.Id, step, actor, referrals.PartnerFor(chance, step)?.Name);
            rows.Moves.Add(move);
            referrals.Follow(chance, step, actor, move.Reason);
        }

        rows.Referrals.AddRange(referrals.Made);
        if (steps.Count > 0 && chance.Chance(0.08))
        {
            var step = chance.Pick(steps);
            if (step.By is { } role)
            {
                rows.Notes.Add(Note(chance, complaint.Id, world.Staff(chance, role, complaint.VillageCode), step.At.AddMinutes(-chance.Between(5, 90))));
            }
        }
    }

    private ComplaintMove Move(DemoRandom chance, Guid complaintId, DemoStep step, Guid? actor, string? partner)
    {
        var id = chance.Id(step.At);
        var needs = ComplaintWorkflow.Table.Find(step.From, step.Verb)!.Requires;
        var message = step.Verb == "refer" ? partner
            : needs.Contains(ComplaintWorkflow.Message) ? chance.Pick(DemoTexts.Replies[step.Verb])
            : null;
        var note = needs.Contains(ComplaintWorkflow.Note) ? chance.Pick(DemoTexts.Replies[step.Verb == "report_visit" ? "visit" : "note"]) : null;
        return new ComplaintMove
        {
            Id = id,
            ComplaintId = complaintId,
            FromStatus = step.From,
            ToStatus = step.To,
            Verb = step.Verb,
            Reason = needs.Contains(ComplaintWorkflow.Reason) ? chance.Pick(ComplaintWorkflow.Reasons) : null,
            Message = world.Cipher.SealOptional(message, Table, id, "message"),
            Note = world.Cipher.SealOptional(note, Table, id, "note"),
            ActorKind = step.By is null ? ActorKind.Resident : ActorKind.Staff,
            ActorId = actor,
            At = step.At,
        };
    }

    private ComplaintNote Note(DemoRandom chance, Guid complaintId, Guid staffId, DateTime at)
    {
        var id = chance.Id(at);
        return new ComplaintNote
        {
            Id = id,
            ComplaintId = complaintId,
            StaffId = staffId,
            Text = world.Cipher.Seal(chance.Pick(DemoTexts.Replies["note"]), "complaint_note", id, "text"),
            At = at,
        };
    }
}
