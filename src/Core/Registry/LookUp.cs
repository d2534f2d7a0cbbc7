using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Registry;

/// <summary>What somebody looks into the poverty data for; labels <c>registry.purpose.{code}</c>.</summary>
public enum LookUpPurpose
{
    Complaint,
    Visit,
    Proposal,

    /// <summary>Somebody asks what is kept about them.</summary>
    OwnData,

    /// <summary>Families whom nobody has reached yet.</summary>
    Outreach,
}

/// <param name="BornOn">yyyy-MM-dd.</param>
public sealed record LookUpInput(string? NationalId, string? FamilyCard, string? Name, string? BornOn, string? VillageCode, string? Purpose, string RegencyCode);

/// <param name="Asked">The lists that were asked, newest first; none where none is here.</param>
/// <param name="Elsewhere">Hits outside the reader's own area, of which no more is told.</param>
public sealed record LookUpResult(IReadOnlyList<RegistrySnapshot> Asked, IReadOnlyList<Candidate> Found, int Elsewhere);

/// <summary>Somebody looks into the poverty data without a complaint: for a purpose, and written down before anything is shown.</summary>
public sealed class LookUp(RegistryBook book, AuditTrail audit)
{
    public async Task<Outcome<LookUpResult>> DoAsync(LookUpInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.LookUpRegistry))
        {
            return Refusal.Forbidden();
        }

        var sought = SoughtIn(input);
        var problems = Problems(input, sought, actor).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var asked = await book.CurrentAsync(input.RegencyCode, cancellationToken);
        var all = await book.FindAsync(sought, asked, cancellationToken);
        var found = all.Where(c => actor.MayIn(Permission.LookUpRegistry, c.Entry.AreaCode)).ToList();
        audit.Record(by, "registry.looked_up", "registry", SequentialId.Next(by.At), new { purpose = input.Purpose, entries = found.Select(c => c.Entry.Id), elsewhere = all.Count - found.Count });
        return new LookUpResult(asked, found, all.Count - found.Count);
    }

    private static Sought SoughtIn(LookUpInput input) => new(
        Digits(input.NationalId), Digits(input.FamilyCard), string.IsNullOrWhiteSpace(input.Name) ? null : input.Name.Trim(),
        RegistryImport.DayIn(input.BornOn), string.IsNullOrWhiteSpace(input.VillageCode) ? null : input.VillageCode);

    private static string? Digits(string? text) => NationalId.Normalise(text) is { Length: > 0 } digits ? digits : null;

    private static IEnumerable<Refusal> Problems(LookUpInput input, Sought sought, StaffScope actor)
    {
        if (!Codes.TryParse<LookUpPurpose>(input.Purpose, out _))
        {
            yield return new Refusal("registry_purpose", "purpose");
        }

        if (sought.NationalId is { } nik && NationalId.Refuse(nik) is { } wrongNik)
        {
            yield return wrongNik with { Field = "national_id" };
        }

        if (sought.FamilyCard is { } kk && NationalId.Refuse(kk) is { } wrongCard)
        {
            yield return wrongCard with { Field = "family_card" };
        }

        if (!string.IsNullOrWhiteSpace(input.BornOn) && sought.BornOn is null)
        {
            yield return new Refusal("registry_born_unread", "born_on");
        }

        if (sought.VillageCode is { } village && !actor.MayIn(Permission.LookUpRegistry, village))
        {
            yield return new Refusal("village_outside", "village");
        }

        if (!sought.IsEnough)
        {
            yield return new Refusal("registry_too_little", "national_id");
        }
    }
}
