using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Feedback;

/// <summary>How content the resident was, from 1 (very bad) to 5 (very good), once the complaint is settled.</summary>
public sealed class RateService(SlrtDbContext db, ChatWall wall, AuditTrail audit, DomainEvents events)
{
    /// <summary>Up to here the resident is offered to open the complaint again.</summary>
    public const int Poor = 2;

    public const int Best = 5;

    /// <returns>Refused with <c>only_hears</c>, <c>rating_unknown</c> or <c>nothing_to_rate</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, int rating, Provenance by, CancellationToken cancellationToken)
    {
        if (rating is < 1 or > Best)
        {
            return new Refusal("rating_unknown", "rating");
        }

        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!spoken.Succeeded)
        {
            return spoken;
        }

        var complaint = spoken.Value;

        if (complaint.StatusType != StatusType.Settled)
        {
            return Refusal.Conflict("nothing_to_rate");
        }

        if (complaint.Rating == rating)
        {
            return complaint;
        }

        complaint.Rating = rating;
        var line = ComplaintFeedback.Of(complaint, FeedbackKind.Rate, by);
        line.Rating = rating;
        db.Add(line);
        audit.Record(by, "complaint.rated", "complaint", complaint.Id, new { rating });
        events.Raise(new ServiceRated(ComplaintKey.Of(complaint), by));
        return complaint;
    }
}
