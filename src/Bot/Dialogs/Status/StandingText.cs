using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Visits;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>
/// Where a complaint stands, in human terms: at whose desk, what comes next, by when, and whether the person has to do
/// anything.
/// </summary>
public sealed class StandingText(
    StandingQueries standings, RepresentativeQueries representatives, PartnerStandings partners, ChatVisits visits, AreaCatalogue areas)
{
    /// <summary>Staff may write at length; here their question is only a reminder.</summary>
    private const int QuestionShown = 180;

    public async Task<string> OfAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var standing = await standings.OfAsync(complaint, cancellationToken);
        return await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken)
            ? await WholeAsync(turn, standing, cancellationToken)
            : Brief(turn, standing);
    }

    /// <summary>For a chat that speaks for somebody else without recorded consent: the status, and what staff ask this very chat.</summary>
    private static string Brief(Turn turn, Standing standing) => string.Join('\n',
    [
        turn.Phrase("standing.one", ("reference", standing.Complaint.Reference), ("status", turn.Phrase($"told.{Codes.Of(standing.Complaint.Status)}"))),
        .. standing.Complaint.Status == ComplaintStatus.NeedsInformation ? WaitsForYou(turn, standing) : [],
        turn.Phrase("standing.brief"),
    ]);

    private async Task<string> WholeAsync(Turn turn, Standing standing, CancellationToken cancellationToken)
    {
        var complaint = standing.Complaint;
        var today = LocalDay.Of(turn.Context.Now, areas.ZoneOf(complaint.VillageCode));
        var code = Codes.Of(complaint.Status);
        var lines = new List<string>
        {
            turn.Phrase("standing.one", ("reference", complaint.Reference), ("status", turn.Phrase($"told.{code}"))),
        };
        switch (complaint.StatusType)
        {
            case StatusType.Settled:
                lines.Add(turn.Phrase($"status.{code}.resident"));
                break;
            case StatusType.Waiting when complaint.Status == ComplaintStatus.NeedsInformation:
                lines.AddRange(WaitsForYou(turn, standing));
                break;
            case StatusType.Waiting:
                lines.AddRange(await WithPartnerAsync(turn, complaint, today, cancellationToken));
                break;
            default:
                lines.AddRange(AtOurDesk(turn, standing, today));
                if (complaint.Status == ComplaintStatus.FieldVerification && await visits.DayOfAsync(complaint.Id, cancellationToken) is { } visit)
                {
                    lines.Add(turn.Phrase(
                        visit.On < today ? "standing.visit_past" : "standing.visit", ("day", visit.On), ("part", turn.Phrase($"notice.visit.part.{Codes.Of(visit.Part)}"))));
                }

                break;
        }

        return string.Join('\n', lines);
    }

    private IEnumerable<string> AtOurDesk(Turn turn, Standing standing, DateOnly today)
    {
        var complaint = standing.Complaint;
        if (complaint.HeldOutside is { } outside)
        {
            yield return turn.Phrase($"standing.outside.{Codes.Of(outside)}");
        }
        else if (standing.Desk is { } desk)
        {
            yield return turn.Phrase("standing.desk", ("role", turn.Phrase($"role.{Codes.Of(desk.Role)}")), ("office", Office(turn, areas, desk.AreaCode)));
        }

        yield return Next(turn, complaint);
        var promise = complaint.IsPast(today) ? "standing.promise_passed"
            : complaint.Kind == ComplaintKind.Suggestion ? "standing.promise.suggestion"
            : "standing.promise";
        yield return turn.Phrase(promise, ("date", complaint.PromiseOn));
        yield return complaint.RaisedAt is null ? turn.Phrase("standing.nothing_to_do") : turn.Phrase("standing.raised");
    }

    private static IEnumerable<string> WaitsForYou(Turn turn, Standing standing)
    {
        yield return turn.Phrase("standing.waits_for_you");
        if (standing.Question is { } question)
        {
            yield return turn.Phrase("standing.question", ("text", Reminder(question, QuestionShown)));
        }

        yield return turn.Phrase("standing.answer_here");
    }

    private async Task<IEnumerable<string>> WithPartnerAsync(
        Turn turn, Complaint complaint, DateOnly today, CancellationToken cancellationToken)
    {
        var partner = await partners.OfAsync(complaint.Id, cancellationToken);
        var lines = new List<string>
        {
            partner is null ? turn.Phrase("standing.partner_unnamed") : turn.Phrase("standing.partner", ("partner", partner.Partner)),
            Next(turn, complaint),
        };
        if (complaint.Status == ComplaintStatus.Answered)
        {
            return lines;
        }

        if (partner is not null)
        {
            lines.Add(turn.Phrase(partner.DueOn < today ? "standing.partner_late" : "standing.partner_due", ("date", partner.DueOn)));
        }

        lines.Add(turn.Phrase("standing.nothing_to_do"));
        return lines;
    }

    private static string Next(Turn turn, Complaint complaint) =>
        turn.Phrase("standing.next", ("next", turn.Phrase($"next.{Codes.Of(complaint.Status)}")));

    /// <summary>Staff's words on one line, cut where they are long.</summary>
    public static string Reminder(string words, int most)
    {
        var line = TextFolding.CleanLine(words);
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most), "…");
    }

    /// <summary>The office of an area, by the name that people know.</summary>
    public static string Office(Turn turn, AreaCatalogue areas, string areaCode) => turn.Phrase(
        $"standing.office.{Codes.Of(AreaCode.LevelOf(areaCode))}", ("area", areas.Find(areaCode) is { } area ? AreaTitle.Of(area) : areaCode));
}
