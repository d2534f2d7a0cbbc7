using System.Globalization;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Demo;

/// <summary>The visits of one complaint: planned where it is sent to the field, reported, returned or approved by the steps that follow.</summary>
internal sealed class DemoVisits(DemoWorld world, DemoRows rows, Complaint complaint, int index)
{
    private static readonly (string Field, string[] Choices)[] Seen =
    [
        ("house.condition", ["good", "light", "light", "heavy", "unsafe"]), ("house.ownership", ["own", "own", "family", "rent"]), ("house.people", ["2", "3", "4", "5", "6", "7"]),
        ("need.what", ["food", "health", "house", "school", "papers food", "work"]), ("need.haste", ["week", "month", "month", "can_wait"]),
        ("papers.seen", ["ktp kk", "ktp kk", "ktp kk kks", "kk", "none"]),
    ];

    /// <summary>Of its own, so that everything else of a demo stays what it was.</summary>
    private readonly DemoRandom _chance = DemoRandom.For(world.Key, "visit", index);

    private Visit? _visit;

    private VisitOutcome _found;

    /// <summary>What the workflow demands of a step of the field.</summary>
    public Guid? IdFor(DemoStep step) => step.Verb == ComplaintWorkflow.ReportVisit ? (_visit ?? Plan(step)).Id : _visit?.Id;

    /// <param name="note">What the step says to colleagues.</param>
    public void Follow(DemoStep step, Guid? by, string? note)
    {
        switch (step.Verb)
        {
            case "send_to_field":
                Plan(step);
                break;
            case ComplaintWorkflow.ReportVisit:
                Report(step, by!.Value);
                break;
            case ComplaintWorkflow.ApproveVisit:
                Decide(step, by!.Value, VisitWorkflow.Approve, null);
                break;
            case ComplaintWorkflow.ReturnToField:
                Decide(step, by!.Value, VisitWorkflow.Return, note);
                break;
            default:
                End(step);
                break;
        }
    }

    private Visit Plan(DemoStep step)
    {
        var visit = new Visit
        {
            Id = _chance.Id(step.At),
            Complaint = complaint,
            PlannedAt = step.At,
        };
        visit.Plan(
            LocalDay.Of(step.At, world.Areas.ZoneOf(complaint.VillageCode)).AddDays(2 + _chance.Below(4)), _chance.Pick([PartOfDay.Morning, PartOfDay.Noon, PartOfDay.Afternoon]),
            world.Staff(_chance, Staff.Role.Facilitator, complaint.VillageCode));
        rows.Visits.Add(visit);
        return _visit = visit;
    }

    private void Report(DemoStep step, Guid by)
    {
        var day = LocalDay.Of(step.At, world.Areas.ZoneOf(complaint.VillageCode));
        if (_visit!.Round == 1)
        {
            Note(VisitFields.Whom, _chance.Pick(["resident", "resident", "family"]), step, by);
            Note("met.relation", "Keluarga serumah", step, by);
            Note(VisitFields.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), step, by);
            foreach (var (field, choices) in Seen)
            {
                Note(field, _chance.Pick(choices), step, by);
            }

            _found = _chance.Pick([VisitOutcome.AsTold, VisitOutcome.AsTold, VisitOutcome.PartlyAsTold, VisitOutcome.NotAsTold]);
            Note(VisitFields.Finding, Codes.Of(_found), step, by);
            Note("need.words", _chance.Pick(DemoTexts.Replies["visit"]), step, by);
        }

        Note(VisitFields.Advice, _chance.Pick(DemoTexts.Replies["visit"]), step, by);
        rows.VisitRounds.Add(new VisitRound
        {
            Id = _chance.Id(step.At), VisitId = _visit.Id, Round = _visit.Round, SentBy = by, SentAt = step.At, VisitedOn = day,
            Outcome = _found,
        });
        Take(step, by, VisitWorkflow.Send);
    }

    private void Note(string field, string value, DemoStep step, Guid by)
    {
        var id = _chance.Id(step.At);
        rows.VisitValues.Add(new VisitValue
        {
            Id = id, VisitId = _visit!.Id, Round = _visit.Round, Field = field, Value = world.Cipher.Seal(value, VisitValue.Table, id, "value"), NotedBy = by, NotedAt = step.At,
        });
    }

    private void Decide(DemoStep step, Guid by, string verb, string? words)
    {
        var round = rows.VisitRounds[^1];
        round.Decide(
            verb == VisitWorkflow.Approve, verb == VisitWorkflow.Approve ? [] : [_chance.Pick(VisitReasons.Returning)],
            world.Cipher.SealOptional(words, VisitRound.Table, round.Id, "words"), by, step.At);
        Take(step, by, verb, round.Outcome);
        if (verb == VisitWorkflow.Approve)
        {
            _visit = null;
        }
    }

    /// <summary>The complaint went another way.</summary>
    private void End(DemoStep step)
    {
        if (_visit is not null && step.To is not (ComplaintStatus.FieldVerification or ComplaintStatus.SupervisorReview))
        {
            Take(step, null, VisitWorkflow.Cancel);
            _visit = null;
        }
    }

    private void Take(DemoStep step, Guid? by, string verb, VisitOutcome? outcome = null)
    {
        var provenance = by is { } staff ? Provenance.Staff(staff, step.At, "demo") : Provenance.Job(VisitReasons.MovedOn, step.At);
        var given = new Given(provenance) { May = _ => true }.With(VisitWorkflow.Reason, VisitReasons.MovedOn).With(VisitWorkflow.Words, "-");
        _visit!.Move(VisitWorkflow.Table.Take(_visit.Status, verb, given).Value, outcome);
        _visit.Version++;
    }
}
