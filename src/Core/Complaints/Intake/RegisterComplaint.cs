using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Intake;

/// <summary>
/// A member of staff writes down what somebody told at the counter, by telephone, in a letter or at home. It is a complaint like
/// any other, promised from now on, whatever day the paper bears.
/// </summary>
public sealed class RegisterComplaint(SlrtDbContext db, AreaCatalogue areas, LodgeComplaint lodge, OwnMatter own, PersonAtDesk persons)
{
    public async Task<Outcome<Complaint>> DoAsync(RegisterComplaintInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Complaints.SingleOrDefaultAsync(c => c.DraftId == input.DraftId, cancellationToken) is { } before)
        {
            return before.AssistedBy == actor.StaffId ? before : Refusal.NotFound();
        }

        var filled = await persons.FillAsync(input, actor, cancellationToken);
        if (!filled.Succeeded)
        {
            return filled.Refusals.ToList();
        }

        input = filled.Value;
        var problems = input.Problems(LocalDay.Of(by.At, areas.HomeZone)).Concat(Place(input.VillageCode, actor)).ToList();
        if (!input.IsAnonymous && await own.FieldOfAsync(input, actor, cancellationToken) is { } field)
        {
            problems.Add(new Refusal("own_matter", field));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var told = Told(input, actor);
        var lodged = await lodge.DoAsync(told, by, cancellationToken);
        if (lodged.Succeeded)
        {
            lodged.Value.PersonId = await persons.FindOrMakeAsync(input, told, actor, by, cancellationToken);
            db.Add(new ComplaintIntake
            {
                ComplaintId = lodged.Value.Id,
                PaperOn = input.PaperOn,
                Consent = input.IsAnonymous ? null : input.Consent,
                ConsentOn = input.IsAnonymous ? null : input.ConsentOn,
                StaffId = actor.StaffId,
                At = by.At,
            });
        }

        return lodged;
    }

    private IEnumerable<Refusal> Place(string? code, StaffScope actor)
    {
        if (code is null || areas.Find(code) is not { Level: AreaLevel.Village, HasEnded: false })
        {
            yield return new Refusal("unknown_village", nameof(RegisterComplaintInput.VillageCode));
        }
        else if (!actor.MayIn(Permission.ReceiveComplaints, code))
        {
            yield return new Refusal("village_elsewhere", nameof(RegisterComplaintInput.VillageCode));
        }
    }

    private static LodgeComplaintInput Told(RegisterComplaintInput input, StaffScope actor)
    {
        var story = TextFolding.Clean(input.Story!).Trim();
        var category = ComplaintCategory.Get(input.CategoryCode!);
        var told = new LodgeComplaintInput
        {
            DraftId = input.DraftId,
            Channel = Codes.Of(input.Channel!.Value),
            CategoryCode = category.Code,
            Kind = category.AsksForInformation ? ComplaintKind.Question : ComplaintKind.Complaint,
            ProgrammeCode = input.ProgrammeCode,
            Subject = input.Subject!.Value,
            IsChild = input.IsChild,
            Story = StrayNumbers.Mask(story),
            VillageCode = input.VillageCode!,
            Concerns = category.IsAboutOfficial ? input.Concerns : null,
            OfficialName = category.IsAboutOfficial ? Line(input.OfficialName) : null,
            AssistedBy = actor.StaffId,
            IsAnonymous = input.IsAnonymous,
            Urgency = input.Urgency,
            SaidUrgency = input.SaidUrgency,
            UrgencyWords = input.UrgencyWords,
        };
        if (input.IsAnonymous)
        {
            return told;
        }

        var number = string.IsNullOrWhiteSpace(input.NationalId) ? null : NationalId.Normalise(input.NationalId);
        return told with
        {
            SubjectName = Line(input.SubjectName),
            ReporterName = Line(input.Name),
            Phone = PhoneNumber.TryParse(input.Phone, out var phone) ? phone.E164 : null,
            NationalId = number,
            WrittenNumbers = [.. StrayNumbers.In(story).Select(n => n.Digits).Distinct().Where(n => n != number)],
        };
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextFolding.CleanLine(text);
}
