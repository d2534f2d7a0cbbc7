using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Demo;

/// <summary>Rows of some complaints, ready to be stored together.</summary>
public sealed class DemoRows
{
    public List<Complaint> Complaints { get; } = [];

    public List<PromiseSegment> Segments { get; } = [];

    public List<ComplaintMove> Moves { get; } = [];

    public List<ComplaintNote> Notes { get; } = [];

    public List<ComplaintWord> Words { get; } = [];

    /// <summary>What those that are not settled wait for.</summary>
    public List<WorkTask> Tasks { get; } = [];

    public List<Product> Products { get; } = [];

    public List<Visit> Visits { get; } = [];

    public List<VisitRound> VisitRounds { get; } = [];

    public List<VisitValue> VisitValues { get; } = [];

    public List<Referral> Referrals { get; } = [];

    public List<Conversation> Conversations { get; } = [];

    public List<InboundMessage> Inbound { get; } = [];

    public List<OutboundMessage> Outbound { get; } = [];

    /// <summary>One line per complaint, that it was filled in with all that hangs on it.</summary>
    public List<AuditAct> Acts { get; } = [];

    public long Count => Complaints.Count + Acts.Count + Segments.Count + Moves.Count + Notes.Count + Words.Count + Referrals.Count + Tasks.Count
        + Products.Count + Visits.Count + VisitRounds.Count + VisitValues.Count + Conversations.Count + Inbound.Count + Outbound.Count;
}
