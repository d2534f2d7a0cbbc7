using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>
/// A step has led to another desk: whoever held the complaint and does not work there holds it no longer, so that it stands in
/// the list of those whose turn it is.
/// </summary>
public sealed class LayDownAtNextDesk(SlrtDbContext db, LayDown layDown) : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (ComplaintWorkflow.WorkOf(happened.To) is { } work && await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is { } complaint)
        {
            await layDown.UnlessAsync(complaint, holder => holder.MayDo(work, complaint), happened.By, cancellationToken);
        }
    }
}
