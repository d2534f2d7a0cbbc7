using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;

namespace SlrtBot.Core.Complaints.Persons;

/// <summary>Takes complaints away from their persons. Of whom nothing is left then, nothing is kept either: neither facts nor words.</summary>
public sealed class ForgetPersons(SlrtDbContext db, PersonBook book)
{
    /// <param name="complaints">Tracked: they are erased, or concern somebody else now.</param>
    public async Task LetGoAsync(IReadOnlyCollection<Complaint> complaints, Provenance by, CancellationToken cancellationToken)
    {
        var persons = complaints.Select(c => c.PersonId).OfType<Guid>().Distinct().ToList();
        var gone = complaints.Select(c => c.Id).ToList();
        foreach (var complaint in complaints)
        {
            complaint.PersonId = null;
        }

        foreach (var id in persons)
        {
            var left = await db.Complaints.Where(c => c.PersonId == id && !gone.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
            await ForgetAsync(id, left, by, cancellationToken);
        }
    }

    /// <param name="left">Complaints of the person and of all who were merged into it, that stay.</param>
    private async Task ForgetAsync(Guid id, List<Guid> left, Provenance by, CancellationToken cancellationToken)
    {
        if (left.Count == 0 && await db.Persons.SingleAsync(p => p.Id == id, cancellationToken) is { ErasedAt: null } person)
        {
            await book.EmptyAsync(person, by, cancellationToken);
        }

        var merged = await db.Persons.Where(p => p.MergedInto == id && p.ErasedAt == null).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var dropped in merged)
        {
            // What it brought along is written down; of the kept one's own it needs nothing.
            var line = await db.PersonMerges.Where(m => m.DroppedId == dropped && m.KeptId == id && m.Undoes == null).OrderByDescending(m => m.Id).FirstAsync(cancellationToken);
            await ForgetAsync(dropped, [.. line.ComplaintIds.Intersect(left)], by, cancellationToken);
        }
    }
}
