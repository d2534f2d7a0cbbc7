using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;
using static SlrtBot.Core.Complaints.ComplaintStatus;

namespace SlrtBot.Core.Demo;

/// <summary>One move that a complaint has behind it; a null role is the resident.</summary>
public sealed record DemoStep(ComplaintStatus From, string Verb, ComplaintStatus To, Role? By, DateTime At);

/// <summary>
/// Walks a complaint through the workflow until today, with the haste and the delays of an office. Every step is a row
/// of the workflow's own table, so that no history tells what cannot happen.
/// </summary>
public static class DemoPath
{
    private const int Longest = 14;

    /// <summary>So many are laid aside at some step and forgotten; they are what overdue queues are made of.</summary>
    private const double Forgotten = 0.012;

    /// <param name="Weight">Against the other choices of the same status.</param>
    /// <param name="Least">Days until it happens, at least.</param>
    private sealed record Choice(ComplaintStatus From, string Verb, double Weight, double Least, double Most, Role? By);

    private static readonly Dictionary<ComplaintStatus, Choice[]> Choices = new Choice[]
    {
        new(Received, "review", 78, 0.2, 3, Role.Frontoffice),
        new(Received, "serve_directly", 12, 0.2, 3, Role.Facilitator),
        new(Received, "ask_resident", 6, 0.2, 2, Role.Frontoffice),
        new(Received, "withdraw", 1, 0.1, 4, null),
        new(InReview, "serve_directly", 34, 0.5, 5, Role.Analyst),
        new(InReview, "send_to_field", 18, 0.5, 4, Role.Analyst),
        new(InReview, "propose", 12, 0.5, 4, Role.Analyst),
        new(InReview, "refer", 16, 0.5, 4, Role.Manager),
        new(InReview, "ask_resident", 8, 0.3, 3, Role.Analyst),
        new(InReview, "reject", 9, 1, 6, Role.Analyst),
        new(InReview, "withdraw", 1, 0.5, 6, null),
        new(FieldVerification, "report_visit", 84, 1, 7, Role.Facilitator),
        new(FieldVerification, "serve_directly", 12, 1, 6, Role.Facilitator),
        new(FieldVerification, "ask_resident", 4, 1, 4, Role.Facilitator),
        new(SupervisorReview, "approve_visit", 91, 0.5, 5, Role.Supervisor),
        new(SupervisorReview, "return_to_field", 9, 0.5, 4, Role.Supervisor),
        new(ManagerDecision, "refer", 76, 0.5, 4, Role.Manager),
        new(ManagerDecision, "serve_directly", 10, 0.5, 4, Role.Manager),
        new(ManagerDecision, "reject", 9, 0.5, 4, Role.Manager),
        new(ManagerDecision, "return_to_review", 5, 0.5, 3, Role.Manager),
        new(NeedsInformation, "resident_answers", 70, 0.1, 4, null),
        new(NeedsInformation, "resume", 12, 1, 6, Role.Frontoffice),
        new(NeedsInformation, "close_unreachable", 18, 10, 21, Role.Analyst),
        new(Referred, "partner_accepts", 54, 0.5, 6, Role.Backoffice),
        new(Referred, "partner_answers", 32, 1, 9, Role.Backoffice),
        new(Referred, "partner_declines", 12, 1, 6, Role.Backoffice),
        new(Referred, "revoke_referral", 2, 1, 6, Role.Manager),
        new(AcceptedByPartner, "partner_starts", 52, 1, 7, Role.Backoffice),
        new(AcceptedByPartner, "partner_answers", 40, 1, 9, Role.Backoffice),
        new(AcceptedByPartner, "partner_declines", 8, 1, 6, Role.Backoffice),
        new(InService, "partner_answers", 100, 3, 24, Role.Backoffice),
        new(Answered, "complete", 93, 0.5, 6, Role.Analyst),
        new(Answered, "return_to_review", 7, 0.5, 5, Role.Analyst),
    }.GroupBy(c => c.From).ToDictionary(c => c.Key, c => c.ToArray());

    /// <summary>Nobody visits or refers what another office answers.</summary>
    private static readonly Choice NotOurs = new(Received, "redirect", 1, 0.2, 3, Role.Frontoffice);

    private static readonly Choice Reopened = new(ServedDirectly, "reopen", 1, 2, 20, Role.Analyst);

    /// <param name="until">UTC; nothing happens from then on.</param>
    /// <param name="toOffice">The office's next working hour.</param>
    public static List<DemoStep> Walk(
        DemoRandom chance, DateTime lodgedAt, DateTime until, string categoryCode, Func<DateTime, DateTime> toOffice)
    {
        var steps = new List<DemoStep>();
        var (status, at) = (Received, lodgedAt);
        while (steps.Count < Longest && !chance.Chance(Forgotten) && Next(chance, status, steps, categoryCode) is { } choice)
        {
            at = at.AddDays(chance.Between(choice.Least, choice.Most));
            at = choice.By is null || toOffice(at) is var open && open == at ? at : open.AddMinutes(chance.Between(0, 360));
            if (at >= until)
            {
                break;
            }

            at = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
            var move = ComplaintWorkflow.Table.Find(status, choice.Verb)!;
            steps.Add(new DemoStep(status, choice.Verb, move.To, choice.By, at));
            status = move.To;
        }

        return steps;
    }

    private static Choice? Next(DemoRandom chance, ComplaintStatus status, List<DemoStep> steps, string categoryCode)
    {
        if (status == Received && ComplaintCategory.Get(categoryCode).IsNotOurs)
        {
            return NotOurs;
        }

        if (status == ServedDirectly && chance.Chance(0.03) && steps.All(s => s.Verb != "reopen"))
        {
            return Reopened;
        }

        return status.Type() == StatusType.Settled ? null : chance.Pick(Choices[status], c => c.Weight);
    }
}
