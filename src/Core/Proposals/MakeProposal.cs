using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Proposals;

/// <param name="ProposalId">Made with the form, so that a double press proposes once.</param>
public sealed record MakeProposalInput(Guid ProposalId, Guid ComplaintId, string? Kind, IReadOnlyDictionary<string, string> Values);

/// <summary>
/// Review and analysis proposes to add, correct or take out the person of a complaint, after the check, and where somebody has to have
/// been there, after an approved visit. Which way it goes follows from the rules.
/// </summary>
public sealed class MakeProposal(
    SlrtDbContext db, ProposalRules rules, UpdateCycle clock, RegistryKeys keys, AreaCatalogue areas, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <returns>
    /// Refused as <see cref="ProposalRules.PathOf"/> refuses, with <c>proposal_unseen</c> where no approved visit says so, with
    /// <c>proposal_runs</c> where the person is proposed already, and with what is wrong in a field, by its code.
    /// </returns>
    public async Task<Outcome<Proposal>> DoAsync(MakeProposalInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.AnalyseComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (await db.Proposals.SingleOrDefaultAsync(p => p.Id == input.ProposalId, cancellationToken) is { } before)
        {
            return before.ComplaintId == complaint.Id && before.ProposedBy == actor.StaffId ? before : Refusal.NotFound();
        }

        if (!IsOpenTo(complaint))
        {
            return Refusal.Conflict("proposal_not_here");
        }

        if (!Codes.TryParse<ProposalKind>(input.Kind, out var kind))
        {
            return new Refusal("required", "kind");
        }

        var entry = Completed(new ProposalEntry(kind, input.Values), complaint);
        var today = LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode));
        if (entry.Problems(today).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var check = await db.RegistryChecks.AsNoTracking().Where(c => c.ComplaintId == complaint.Id).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        var path = rules.PathOf(entry, check?.Outcome, await DecileAsync(check, cancellationToken));
        if (!path.Succeeded)
        {
            return path.Refusals.ToList();
        }

        var visit = await SeenAsync(complaint.Id, cancellationToken);
        if (visit is null && NeedsVisit(entry))
        {
            return Refusal.Conflict("proposal_unseen");
        }

        var whom = WhomOf(entry);
        if (await db.Proposals.AnyAsync(p => p.IsRunning && p.WhomIndex == whom, cancellationToken))
        {
            return Refusal.Conflict("proposal_runs");
        }

        return Make(input.ProposalId, complaint, entry, path.Value, whom, visit, clock.For(today).Month, actor, by);
    }

    /// <summary>What is about one of ours says nothing of a family's data, and what is settled is opened again first.</summary>
    public static bool IsOpenTo(Complaint complaint) => complaint.StatusType != StatusType.Settled && complaint.Concerns is null;

    private Proposal Make(
        Guid id, Complaint complaint, ProposalEntry entry, ChosenPath path, byte[] whom, Guid? visit, DateOnly cycle, StaffScope actor, Provenance by)
    {
        var fields = ProposalFields.Of(entry.Kind);
        var proposal = new Proposal
        {
            Id = id,
            Complaint = complaint,
            Kind = entry.Kind,
            Path = path.Path,
            Cycle = cycle,
            Facts = Proposal.Json(fields.Where(f => f.IsFact), entry) ?? "{}",
            Words = cipher.SealOptional(Proposal.Json(fields.Where(f => !f.IsFact), entry), Proposal.Table, id, "words"),
            WhomIndex = whom,
            VisitId = visit,
            ProposedBy = actor.StaffId,
            ProposedAt = by.At,
        };
        db.Add(proposal);
        audit.Record(by, "proposal.made", "proposal", id, new { complaint = complaint.Id, kind = Codes.Of(entry.Kind), path = Codes.Of(path.Path), rule = path.Rule, cycle, visit });
        events.Raise(new ProposalMade(ComplaintKey.Of(complaint), id, by));
        return proposal;
    }

    private async Task<int?> DecileAsync(RegistryCheck? check, CancellationToken cancellationToken) => check?.EntryId is { } entry
        ? await db.RegistryEntries.Where(e => e.Id == entry).Select(e => (int?)e.Decile).SingleOrDefaultAsync(cancellationToken)
        : null;

    private Task<Guid?> SeenAsync(Guid complaintId, CancellationToken cancellationToken) => db.Visits
        .Where(v => v.ComplaintId == complaintId && v.Status == VisitStatus.Approved).OrderByDescending(v => v.Id).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>That a family is poor, or that somebody is gone, has to have been seen; a wrong letter in a name is seen on a paper.</summary>
    private static bool NeedsVisit(ProposalEntry entry) => entry.Kind switch
    {
        ProposalKind.Add => entry[ProposalFields.Exception] != "life_threatening",
        ProposalKind.Remove => true,
        _ => entry.Several(ProposalFields.Evidence).Contains("visit"),
    };

    /// <summary>Whom it is about need not be typed again, and a NIK is not shown for it.</summary>
    private ProposalEntry Completed(ProposalEntry entry, Complaint complaint)
    {
        var facts = cipher.FactsOf(complaint);
        var known = new Dictionary<string, string?>
        {
            [ProposalFields.Name] = facts.Name,
            [ProposalFields.NationalId] = facts.NationalId,
            [ProposalFields.Address] = cipher.OpenOptional(complaint.Address, Complaint.Table, complaint.Id, "address"),
        };
        return entry with
        {
            Values = entry.Values.Concat(known.Where(k => k.Value is not null && entry[k.Key] is null).Select(k => KeyValuePair.Create(k.Key, k.Value!)))
            .GroupBy(v => v.Key).ToDictionary(v => v.Key, v => v.Last().Value)
        };
    }

    private byte[] WhomOf(ProposalEntry entry) =>
        entry[ProposalFields.NationalId] is { } nik ? keys.OfNationalId(nik) : keys.OfFamilyCard(entry[ProposalFields.FamilyCard]!);
}
