using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <summary>Somebody opened a chat: the line is stored before it is shown (ASVS 16.3.2).</summary>
public sealed class ViewConversation(AuditTrail audit)
{
    public Task<Outcome<Done>> DoAsync(Guid conversationId, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, "conversation.viewed", "conversation", conversationId);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
