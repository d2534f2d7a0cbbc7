using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Demo;

/// <summary>The tables that a demo fills, in the order in which they are filled.</summary>
internal sealed class DemoTables(SlrtDbContext context)
{
    private readonly EntityRows _complaints = EntityRows.Of<Complaint>(context);
    private readonly EntityRows _segments = EntityRows.Of<PromiseSegment>(context);
    private readonly EntityRows _moves = EntityRows.Of<ComplaintMove>(context);
    private readonly EntityRows _notes = EntityRows.Of<ComplaintNote>(context);
    private readonly EntityRows _words = EntityRows.Of<ComplaintWord>(context);
    private readonly EntityRows _tasks = EntityRows.Of<WorkTask>(context);
    private readonly EntityRows _referrals = EntityRows.Of<Referral>(context);
    private readonly EntityRows _products = EntityRows.Of<Product>(context);
    private readonly EntityRows _visits = EntityRows.Of<Visit>(context);
    private readonly EntityRows _visitRounds = EntityRows.Of<VisitRound>(context);
    private readonly EntityRows _visitValues = EntityRows.Of<VisitValue>(context);
    private readonly EntityRows _acts = EntityRows.Of<AuditAct>(context);
    private readonly EntityRows _conversations = EntityRows.Of<Conversation>(context);
    private readonly EntityRows _inbound = EntityRows.Of<InboundMessage>(context);
    private readonly EntityRows _outbound = EntityRows.Of<OutboundMessage>(context);

    /// <summary>Whatever can be done outside the gate.</summary>
    public IReadOnlyList<(EntityRows Table, List<object?[]> Rows)> Prepare(DemoRows rows) =>
    [
        (_conversations, _conversations.Read(rows.Conversations)),
        (_complaints, _complaints.Read(rows.Complaints)),
        (_segments, _segments.Read(rows.Segments)),
        (_moves, _moves.Read(rows.Moves)),
        (_notes, _notes.Read(rows.Notes)),
        (_words, _words.Read(rows.Words)),
        (_acts, _acts.Read(rows.Acts)),
        (_tasks, _tasks.Read(rows.Tasks)),
        (_referrals, _referrals.Read(rows.Referrals)),
        (_products, _products.Read(rows.Products)),
        (_visits, _visits.Read(rows.Visits)),
        (_visitRounds, _visitRounds.Read(rows.VisitRounds)),
        (_visitValues, _visitValues.Read(rows.VisitValues)),
        (_inbound, _inbound.Read(rows.Inbound)),
        (_outbound, _outbound.Read(rows.Outbound)),
    ];

    public static async Task<bool> InsertAsync(GateCommands commands, IReadOnlyList<(EntityRows Table, List<object?[]> Rows)> work)
    {
        foreach (var (table, rows) in work)
        {
            await commands.InsertAsync(table.Table, table.Columns, rows);
        }

        return true;
    }
}
