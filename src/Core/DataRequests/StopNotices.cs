using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.DataRequests;

/// <summary>A person wants no more news unasked, or wants it again. Officers' own words and answers still arrive.</summary>
public sealed class StopNotices(OpenRequest requests, AuditTrail audit)
{
    /// <param name="conversation">Tracked.</param>
    public async Task<Outcome<Done>> DoAsync(Conversation conversation, bool stop, Provenance by, CancellationToken cancellationToken)
    {
        if (stop == conversation.NoticesStoppedAt is not null)
        {
            return default(Done);
        }

        conversation.NoticesStoppedAt = stop ? by.At : null;
        audit.Record(by, stop ? "notices.stopped" : "notices.resumed", "conversation", conversation.Id);
        if (stop)
        {
            _ = await requests.DoAsync(conversation, new OpenRequestInput(DataRequestKind.Stop, Done: true), by, cancellationToken);
        }

        return default(Done);
    }
}
