using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Checks;

/// <summary>What the newest lists have of a complaint's person.</summary>
/// <param name="Sought">What the complaint tells of the person.</param>
/// <param name="Asked">The lists that were asked, newest data first.</param>
/// <param name="Pairs">Best first.</param>
/// <param name="Of">What the outcome rests on; null where nobody was found.</param>
public sealed record Finding(Sought Sought, IReadOnlyList<RegistrySnapshot> Asked, IReadOnlyList<CheckedPair> Pairs, CheckOutcome Outcome, CheckedPair? Of)
{
    /// <summary>As a row that stays.</summary>
    public RegistryCheck Keep(Complaint complaint, Provenance by)
    {
        var list = Of?.Candidate.Snapshot ?? Asked[0];
        return new RegistryCheck
        {
            Id = SequentialId.Next(by.At),
            ComplaintId = complaint.Id,
            Outcome = Outcome,
            SnapshotId = Of?.Candidate.Snapshot.Id,
            EntryId = Of?.Candidate.Entry.Id,
            AsOf = list.AsOf,
            Source = list.Source,
            MadeBy = by.ActorId,
            MadeAt = by.At,
        };
    }
}

/// <summary>
/// Looks for the person of a complaint in the newest lists: by number, family card, and in the village by name and birth date. The rule
/// is one, whether somebody asks or a new list has come.
/// </summary>
public sealed class PersonInLists(SlrtDbContext db, RegistryBook registry, PersonBook persons, Verdicts verdicts, FieldCipher cipher)
{
    /// <returns>Refused where nothing can be looked for (<c>registry_too_little</c>) or no list is here (<c>registry_no_list</c>).</returns>
    public async Task<Outcome<Finding>> FindAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var sought = await SoughtAsync(complaint, cancellationToken);
        var asked = await registry.CurrentAsync(complaint.RegencyCode, cancellationToken);
        if (asked.Count == 0)
        {
            return new Refusal("registry_no_list");
        }

        if (!sought.IsEnough)
        {
            return new Refusal("registry_too_little");
        }

        var pairs = await verdicts.BesideAsync(complaint.Id, await registry.FindAsync(sought, asked, cancellationToken), cancellationToken);
        var (outcome, of) = Verdicts.OutcomeOf(pairs);
        return new Finding(sought, asked, pairs, outcome, of);
    }

    private async Task<Sought> SoughtAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var facts = cipher.FactsOf(complaint);
        var person = complaint.PersonId is { } id ? await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        var known = person is null ? null : persons.Open(person);
        return new Sought(facts.NationalId ?? known?.NationalId, null, facts.Name ?? known?.Name, known?.BornOn, complaint.VillageCode);
    }
}
