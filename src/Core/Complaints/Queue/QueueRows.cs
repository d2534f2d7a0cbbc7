using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>Reads complaints as the rows of a list: nothing is opened but the first words of each story.</summary>
public sealed class QueueRows(SlrtDbContext db, FieldCipher cipher)
{
    private const int SummaryLength = 110;

    /// <param name="few">In their order, limited, and inside the reader's areas.</param>
    internal async Task<List<QueueRow>> ReadAsync(IQueryable<Complaint> few, CancellationToken cancellationToken)
    {
        var rows = await few
            .Select(c => new
            {
                c.Id,
                c.Reference,
                c.CategoryCode,
                c.IsSensitive,
                c.Urgency,
                c.Status,
                c.VillageCode,
                c.Channel,
                c.LodgedAt,
                c.PromiseOn,
                c.IsOverdue,
                c.RaisedAt,
                c.Kind,
                c.ProgrammeCode,
                c.AssignedTo,
                Holder = db.StaffMembers.Where(s => s.Id == c.AssignedTo).Select(s => s.Name).FirstOrDefault(),
                c.Story,
                c.Version,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new QueueRow(
            r.Id, r.Reference, r.CategoryCode, r.IsSensitive, r.Urgency, r.Status, r.VillageCode, r.Channel, r.LodgedAt, r.PromiseOn,
            r.IsOverdue, r.AssignedTo, r.Holder, Summary(LinkDefanging.Of(cipher.Open(r.Story, Complaint.Table, r.Id, "story"))), r.Version)
        {
            RaisedAt = r.RaisedAt,
            Kind = r.Kind,
            ProgrammeCode = r.ProgrammeCode,
        })];
    }

    private static string Summary(string story)
    {
        var line = string.Join(' ', story.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= SummaryLength ? line : line[..SummaryLength].TrimEnd() + "…";
    }
}
