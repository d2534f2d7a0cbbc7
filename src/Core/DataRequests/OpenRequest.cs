using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.DataRequests;

/// <param name="Done">The program has done it already; staff see it, nobody has to act.</param>
public sealed record OpenRequestInput(DataRequestKind Kind, string? Words = null, bool Done = false);

/// <summary>A person asks about their data; the clock runs from here. Asking twice while it is open is asking once.</summary>
public sealed class OpenRequest(SlrtDbContext db, JoinedComplaints joins, AreaCatalogue areas, FieldCipher cipher, AuditTrail audit)
{
    /// <param name="conversation">Tracked.</param>
    public async Task<Outcome<DataRequest>> DoAsync(
        Conversation conversation, OpenRequestInput input, Provenance by, CancellationToken cancellationToken)
    {
        var open = await db.DataRequests.SingleOrDefaultAsync(
            r => r.ConversationId == conversation.Id && r.Kind == input.Kind && r.State == DataRequestState.Open, cancellationToken);
        if (open is not null)
        {
            return open;
        }

        var newest = await db.Complaints.AsNoTracking().Where(c => c.ConversationId == conversation.Id)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        var joined = await joins.OfAsync(db.Complaints, conversation.Id, cancellationToken);
        var village = newest?.VillageCode ?? conversation.VillageCode ?? (joined.Count > 0 ? joined[0].Complaint.VillageCode : null);
        var place = Place.Of(village, areas.HomeRegency);
        var id = SequentialId.Next(by.At);
        var request = new DataRequest
        {
            Id = id,
            ConversationId = conversation.Id,
            Kind = input.Kind,
            State = input.Done ? DataRequestState.Done : DataRequestState.Open,
            Words = cipher.SealOptional(string.IsNullOrWhiteSpace(input.Words) ? null : input.Words, DataRequest.Table, id, "words"),
            RegencyCode = place.RegencyCode,
            DistrictCode = place.DistrictCode,
            VillageCode = place.VillageCode,
            IsSensitive = joined.Any(j => j.Complaint.IsDelicate())
                || await db.Complaints.Where(c => c.ConversationId == conversation.Id).Delicate().AnyAsync(cancellationToken),
            OpenedAt = by.At,
            DueAt = by.At + DataRequest.Term,
            HandledAt = input.Done ? by.At : null,
        };
        db.Add(request);
        audit.Record(by, input.Done ? "rights.done" : "rights.requested", "rights_request", id, new { kind = Codes.Of(input.Kind), conversation = conversation.Id });
        return request;
    }
}
