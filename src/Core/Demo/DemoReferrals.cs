using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Referrals;

namespace SlrtBot.Core.Demo;

/// <summary>The referrals of one complaint: begun by the step that refers, led on by the partner's answers.</summary>
internal sealed class DemoReferrals(DemoWorld world, int attempt, Complaint complaint, int index)
{
    private const int MostOfOne = 8;

    public List<Referral> Made { get; } = [];

    /// <summary>The partner that this step refers to; null for any other step.</summary>
    private Partner? _partner;

    public Partner? PartnerFor(DemoRandom chance, DemoStep step) =>
        _partner = step.Verb == "refer" ? world.Partner(chance, complaint.CategoryCode) : null;

    /// <param name="by">The staff member who took the step.</param>
    public void Follow(DemoRandom chance, DemoStep step, Guid? by, string? reason)
    {
        if (_partner is not null)
        {
            Made.Add(Begin(chance, step, by!.Value, _partner));
        }
        else if (Made.LastOrDefault() is { } referral && Led(step.Verb) is { } verb
            && ReferralWorkflow.Table.Find(referral.Status, verb) is not null)
        {
            var given = new Given(new Provenance(ActorKind.Staff, by, "demo", step.At)) { May = _ => true }
                .With(ReferralWorkflow.Reason, reason)
                .With(ReferralWorkflow.Answer, verb == "answer" ? chance.Pick(DemoTexts.Replies["partner_answers"]) : null);
            referral.Move(ReferralWorkflow.Table.Take(referral.Status, verb, given).Value, world.Cipher);
            referral.Version++;
        }
    }

    private static string? Led(string complaintVerb) =>
        ReferralWorkflow.ComplaintVerbs.FirstOrDefault(v => v.Value == complaintVerb).Key;

    private Referral Begin(DemoRandom chance, DemoStep step, Guid by, Partner partner)
    {
        var id = chance.Id(step.At);
        var number = ReferenceCode.From(DemoRandom.FortyBits(~world.Key + (ulong)attempt, ((long)index * MostOfOne) + Made.Count));
        return new Referral
        {
            Id = id,
            Number = ReferralNumber.Of(number),
            Complaint = complaint,
            PartnerId = partner.Id,
            ProgrammeCode = DemoTexts.Of(complaint.CategoryCode).Programme,
            Request = world.Cipher.Seal(chance.Pick(DemoTexts.Replies["partner_request"]), Referral.Table, id, "request"),
            DueOn = world.DueOn(step.At, partner.ResponseDays, complaint.VillageCode),
            Consent = chance.Pick(ReferComplaintInput.Consents),
            SentBy = by,
            SentAt = step.At,
        };
    }
}
