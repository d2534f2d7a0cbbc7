using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Demo;

/// <summary>What a complaint has behind it: its moves with their words, notes among colleagues, referrals.</summary>
internal sealed class DemoHistory(DemoWorld world, int attempt)
{
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
        var visits = new DemoVisits(world, rows, complaint, index);
        var products = new DemoProducts(world, rows, complaint, index);
        var segments = new List<PromiseSegment> { rows.Segments[^1] };
        foreach (var step in steps)
        {
            var actor = step.By is { } role ? world.Staff(chance, role, complaint.VillageCode) : complaint.ConversationId;
            var partner = referrals.PartnerFor(chance, step)?.Name;
            var id = chance.Id(step.At);
            var taken = Take(chance, step, actor, partner, visits.IdFor(step), products.For(step, actor));
            rows.Moves.Add(Move(id, complaint.Id, taken));
            segments.AddRange(complaint.Move(taken, world.Terms, segments));
            visits.Follow(step, actor, taken.Given[ComplaintWorkflow.Note]);
            referrals.Follow(chance, step, actor, taken.Given[ComplaintWorkflow.Reason]);
        }

        rows.Segments.AddRange(segments.Skip(1));
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

    /// <summary>Every step is one that the table lets its taker take.</summary>
    private static Taken<ComplaintStatus> Take(DemoRandom chance, DemoStep step, Guid? actor, string? partner, Guid? visit, IEnumerable<(string Input, Guid Id)> products)
    {
        var needs = ComplaintWorkflow.Table.Find(step.From, step.Verb)!.Requires;
        var message = step.Verb == "refer" ? partner
            : needs.Contains(ComplaintWorkflow.Message) ? chance.Pick(DemoTexts.Replies[step.Verb])
            : null;
        var note = needs.Contains(ComplaintWorkflow.Note) ? chance.Pick(DemoTexts.Replies["note"]) : null;
        var by = new Provenance(step.By is null ? ActorKind.Resident : ActorKind.Staff, actor, "demo", step.At);
        var given = new Given(by) { May = _ => true }
            .With(ComplaintWorkflow.Message, message)
            .With(ComplaintWorkflow.Note, note)
            .With(ComplaintWorkflow.Visit, needs.Contains(ComplaintWorkflow.Visit) ? $"{visit}" : null)
            .With(ComplaintWorkflow.Reason, needs.Contains(ComplaintWorkflow.Reason) ? chance.Pick(ComplaintWorkflow.Reasons) : null);
        given = products.Aggregate(given, (all, one) => all.With(one.Input, $"{one.Id}"));
        return ComplaintWorkflow.Table.Take(step.From, step.Verb, given).Value;
    }

    private ComplaintMove Move(Guid id, Guid complaintId, Taken<ComplaintStatus> taken)
    {
        var (row, given) = (taken.Row, taken.Given);
        return new ComplaintMove
        {
            Id = id,
            ComplaintId = complaintId,
            FromStatus = row.From,
            ToStatus = row.To,
            Verb = row.Verb,
            Reason = given[ComplaintWorkflow.Reason],
            VisitId = given.IdOf(ComplaintWorkflow.Visit),
            Message = world.Cipher.SealOptional(given[ComplaintWorkflow.Message], ComplaintMove.Table, id, "message"),
            Note = world.Cipher.SealOptional(given[ComplaintWorkflow.Note], ComplaintMove.Table, id, "note"),
            ActorKind = given.By.Kind,
            ActorId = given.By.ActorId,
            At = given.By.At,
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
            Text = world.Cipher.Seal(chance.Pick(DemoTexts.Replies["note"]), ComplaintNote.Table, id, "text"),
            At = at,
        };
    }
}
