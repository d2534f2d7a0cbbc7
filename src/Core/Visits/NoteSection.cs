using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <param name="Section">One of <see cref="VisitFields.Sections"/>.</param>
/// <param name="Seen">What <see cref="VisitSheet.SeenOf"/> said of the section when the form was made.</param>
/// <param name="Values">By field; empty to take one out. What is not of the section is passed over.</param>
public sealed record NoteSectionInput(Guid VisitId, string? Section, string? Seen, IReadOnlyDictionary<string, string?> Values)
{
    public IEnumerable<Refusal> Problems() => VisitFields.Of(Section ?? "")
        .Select(f => (f.Code, Problem: Given(f) is { } value ? f.Problem(value) : null))
        .Where(p => p.Problem is not null).Select(p => new Refusal(p.Problem!, p.Code));

    internal string? Given(VisitField field) => Values.GetValueOrDefault(field.Code)?.Trim() is { Length: > 0 } value ? value : null;
}

/// <summary>
/// One section of the report is written down, whole or in part: nothing is lost on the way, and what is missing is asked for when it is
/// sent.
/// </summary>
public sealed class NoteSection(SlrtDbContext db, VisitReach reach, VisitValues values, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>visit_closed</c>, with <c>stale</c> where somebody else has written in that section meanwhile.</returns>
    public async Task<Outcome<Visit>> DoAsync(NoteSectionInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.ToWriteAsync(input.VisitId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        if (!VisitFields.Sections.Contains(input.Section ?? ""))
        {
            return new Refusal("not_a_choice", "section");
        }

        var (visit, complaint) = reached.Value;
        var rows = await values.RowsAsync(visit.Id, cancellationToken);
        var now = values.Now(rows);
        var fields = VisitFields.Of(input.Section!).ToList();
        var changed = fields.Where(f => input.Given(f) != now.GetValueOrDefault(f.Code)).ToList();
        if (changed.Count == 0)
        {
            return visit;
        }

        if (VisitSheet.SeenOf(input.Section!, rows) != (input.Seen ?? ""))
        {
            return Refusal.Conflict("stale");
        }

        if (input.Problems().ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        visit.Write(by.At);
        changed.ForEach(f => Note(visit, rows, f, input.Given(f), actor, by));
        audit.Record(by, "visit.noted", "visit", visit.Id, new { complaint = complaint.Id, section = input.Section, round = visit.Round });
        events.Raise(new VisitNoted(ComplaintKey.Of(complaint), visit.Id, by));
        return visit;
    }

    private void Note(Visit visit, IReadOnlyList<VisitValue> rows, VisitField field, string? value, StaffScope actor, Provenance by)
    {
        var row = rows.SingleOrDefault(r => r.Round == visit.Round && r.Field == field.Code);
        if (row is null)
        {
            row = new VisitValue
            {
                Id = SequentialId.Next(by.At), VisitId = visit.Id, Round = visit.Round, Field = field.Code, NotedBy = actor.StaffId, NotedAt = by.At,
            };
            db.Add(row);
        }

        (row.Value, row.NotedBy, row.NotedAt) = (values.Seal(value, row.Id), actor.StaffId, by.At);
    }
}
