using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Referrals;

/// <param name="ReferralId">Made with the form, so that a double press refers once.</param>
/// <param name="Version">The complaint's version that the staff member saw.</param>
/// <param name="Request">What the partner is asked to do; printed on the letter.</param>
/// <param name="Consent">How the resident agreed to the sharing: <c>chat</c>, <c>spoken</c> or <c>written</c>.</param>
public sealed record ReferComplaintInput(
    Guid ReferralId, Guid ComplaintId, int Version, Guid PartnerId, string? ProgrammeCode, string Request, DateOnly DueOn, string? Consent)
{
    /// <summary>Why the manager decides so; asked for where the complaint lies with the manager.</summary>
    public string? Grounds { get; init; }

    public static IReadOnlyList<string> Consents { get; } = ["chat", "spoken", "written"];

    public IEnumerable<Refusal> Problems(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Request))
        {
            yield return new Refusal("required", "request");
        }
        else if (Request.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", "request");
        }

        if (DueOn <= today)
        {
            yield return new Refusal("due_in_past", "due_on");
        }

        // Nothing leaves the office without the resident's yes (UU 27/2022, articles 20 and 22).
        if (Consent is null || !Consents.Contains(Consent))
        {
            yield return new Refusal("consent_missing", "consent");
        }
    }
}

/// <summary>Hands a complaint to a partner; the complaint moves with it and the resident is told.</summary>
public sealed class ReferComplaint(
    SlrtDbContext db, ApplyMove moves, StepProducts products, FieldCipher cipher, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Referral>> DoAsync(
        ReferComplaintInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Referrals.SingleOrDefaultAsync(r => r.Id == input.ReferralId, cancellationToken) is { } made)
        {
            return made;
        }

        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayIn(Permission.Refer, complaint.VillageCode))
        {
            return Refusal.Forbidden();
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var today = LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode));
        if (input.Problems(today).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var partner = await db.Partners.SingleOrDefaultAsync(p => p.Id == input.PartnerId && p.IsActive, cancellationToken);
        if (partner is null || !AreaCode.Contains(partner.AreaCode, complaint.VillageCode))
        {
            return new Refusal("unknown_partner", "partner");
        }

        if (input.ProgrammeCode is { } code && !await db.Programmes.AnyAsync(p => p.Code == code && p.IsActive, cancellationToken))
        {
            return new Refusal("unknown_programme", "programme");
        }

        if (ComplaintWorkflow.Table.Find(complaint.Status, "refer") is not { } row || !ComplaintWorkflow.IsFor(row, complaint))
        {
            return Refusal.Conflict("no_such_move");
        }

        // What the step demands: the check of review and analysis, or the manager's decision.
        var given = new Given(by) { May = permission => actor.MayDo(permission, complaint) }.With(ComplaintWorkflow.Message, partner.Name);
        var entered = new Dictionary<string, string> { [ProductFields.Grounds] = input.Grounds ?? "" };
        var demanded = await products.GiveAsync(complaint, row, entered, actor, given, cancellationToken);
        if (demanded.Problems.Count > 0)
        {
            return demanded.Problems.ToList();
        }

        var moved = await moves.ApplyAsync(complaint, "refer", demanded.Given, cancellationToken);
        if (!moved.Succeeded)
        {
            return moved.Refusals.ToList();
        }

        products.Keep(demanded);
        var referral = Make(input, complaint, actor, by);
        db.Add(referral);
        audit.Record(
            by, "referral.sent", "referral", referral.Id,
            new { complaint = complaint.Id, partner = partner.Code, programme = input.ProgrammeCode, consent = input.Consent });
        events.Raise(new ReferralMoved(ComplaintKey.Of(complaint), referral.Id, null, ReferralStatus.Sent, by));
        return referral;
    }

    private Referral Make(ReferComplaintInput input, Complaint complaint, StaffScope actor, Provenance by) => new()
    {
        Id = input.ReferralId,
        Number = ReferralNumber.New(),
        Complaint = complaint,
        PartnerId = input.PartnerId,
        ProgrammeCode = input.ProgrammeCode,
        Request = cipher.Seal(input.Request.Trim(), Referral.Table, input.ReferralId, "request"),
        DueOn = input.DueOn,
        Consent = input.Consent!,
        SentBy = actor.StaffId,
        SentAt = by.At,
    };
}

/// <summary>The number on a referral letter: of the make of a complaint's reference, <c>RJK-XXXX-XXXX-C</c>.</summary>
public static class ReferralNumber
{
    private const string Prefix = "RJK";

    public static string New() => Of(ReferenceCode.New());

    /// <param name="reference">A code of a complaint's make.</param>
    public static string Of(string reference) => Prefix + reference[reference.IndexOf('-', StringComparison.Ordinal)..];
}
