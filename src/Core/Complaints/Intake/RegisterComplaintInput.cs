using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Core.Complaints.Intake;

/// <summary>How a complaint reached the office; codes as those of channels, labels <c>channel.{code}</c>.</summary>
public enum DeskChannel
{
    Desk,
    Phone,
    Letter,
    Visit,
}

/// <summary>What a member of staff writes down for somebody. Fields of refusals are named as these.</summary>
public sealed record RegisterComplaintInput
{
    public const int LongestName = 60;
    private const int ShortestName = 2;
    private const int YearsBack = 1;

    /// <summary>Made with the form, so that a double press makes one complaint.</summary>
    public required Guid DraftId { get; init; }

    public DeskChannel? Channel { get; init; }

    /// <summary>The day on the paper; needed for a letter.</summary>
    public DateOnly? PaperOn { get; init; }

    public Subject? Subject { get; init; }

    public bool IsChild { get; init; }

    public string? SubjectName { get; init; }

    public string? Story { get; init; }

    public string? CategoryCode { get; init; }

    public string? ProgrammeCode { get; init; }

    public string? VillageCode { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? NationalId { get; init; }

    /// <summary>The odd NIK that was looked at again on the card.</summary>
    public string? SureOfNationalId { get; init; }

    /// <summary>Somebody known, whose facts stand in for what was not typed.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Said to be nobody of those who are known.</summary>
    public bool IsNewPerson { get; init; }

    /// <summary>Name, phone and NIK are then not kept, whatever was typed.</summary>
    public bool IsAnonymous { get; init; }

    public ConsentGiver? Consent { get; init; }

    public DateOnly? ConsentOn { get; init; }

    /// <summary>Whom of ours it is about.</summary>
    public Concern? Concerns { get; init; }

    /// <summary>Said to be about nobody of ours.</summary>
    public bool ConcernsNobody { get; init; }

    public string? OfficialName { get; init; }

    /// <summary>As the story seems.</summary>
    public Urgency Urgency { get; init; } = Urgency.Normal;

    /// <summary>As the member of staff says; null for as it seems.</summary>
    public Urgency? SaidUrgency { get; init; }

    public IReadOnlyList<string> UrgencyWords { get; init; } = [];

    /// <param name="today">Of the office.</param>
    public IEnumerable<Refusal> Problems(DateOnly today)
    {
        if (Channel is null)
        {
            yield return new Refusal("not_a_choice", nameof(Channel));
        }

        foreach (var problem in Day(PaperOn, nameof(PaperOn), today, isNeeded: Channel == DeskChannel.Letter).Concat(Told()))
        {
            yield return problem;
        }

        foreach (var problem in IsAnonymous ? [] : Person(today))
        {
            yield return problem;
        }
    }

    private IEnumerable<Refusal> Told()
    {
        if (Subject is null)
        {
            yield return new Refusal("not_a_choice", nameof(Subject));
        }

        if (string.IsNullOrWhiteSpace(Story))
        {
            yield return new Refusal("required", nameof(Story));
        }
        else if (Story.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", nameof(Story));
        }

        var category = ComplaintCategory.All.FirstOrDefault(c => c.Code == CategoryCode);
        if (category is null)
        {
            yield return new Refusal("unknown_category", nameof(CategoryCode));
        }
        else if (category.IsAboutOfficial && Concerns is null && !ConcernsNobody)
        {
            yield return new Refusal("not_a_choice", nameof(Concerns));
        }

        foreach (var (field, name) in new[] { (nameof(SubjectName), IsAnonymous ? null : SubjectName), (nameof(OfficialName), OfficialName) })
        {
            if (!string.IsNullOrWhiteSpace(name) && !IsName(name))
            {
                yield return new Refusal("not_a_name", field);
            }
        }
    }

    private IEnumerable<Refusal> Person(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new Refusal("name_or_none", nameof(Name));
        }
        else if (!IsName(Name))
        {
            yield return new Refusal("not_a_name", nameof(Name));
        }

        if (!string.IsNullOrWhiteSpace(Phone) && !PhoneNumber.TryParse(Phone, out _))
        {
            yield return new Refusal("phone_unclear", nameof(Phone));
        }

        if (!string.IsNullOrWhiteSpace(NationalId))
        {
            var check = Numbers.NationalId.Check(NationalId, today);
            if (check.Refusal is { } refusal)
            {
                yield return refusal with { Field = nameof(NationalId) };
            }
            else if (check.Warnings.Count > 0 && check.Digits != SureOfNationalId)
            {
                yield return new Refusal(check.Warnings[0], nameof(NationalId));
            }
        }

        if (Consent is null)
        {
            yield return new Refusal("consent_needed", nameof(Consent));
        }

        foreach (var problem in Day(ConsentOn, nameof(ConsentOn), today, isNeeded: true))
        {
            yield return problem;
        }
    }

    private static bool IsName(string name) =>
        TextFolding.CleanLine(name) is { Length: >= ShortestName and <= LongestName } clean && clean.Any(char.IsLetter) && !clean.Any(char.IsDigit);

    private static IEnumerable<Refusal> Day(DateOnly? day, string field, DateOnly today, bool isNeeded)
    {
        if (day is null && isNeeded)
        {
            yield return new Refusal("required", field);
        }
        else if (day > today)
        {
            yield return new Refusal("day_to_come", field);
        }
        else if (day < today.AddYears(-YearsBack))
        {
            yield return new Refusal("day_too_old", field);
        }
    }
}
