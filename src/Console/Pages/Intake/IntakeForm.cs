using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Console.Pages.Intake;

/// <summary>What is typed at the desk, as it comes: choices are codes, and all of it is shown again after a refusal.</summary>
public sealed record IntakeForm
{
    /// <summary>The value of <see cref="Concerns"/> for "about nobody of ours".</summary>
    public const string Nobody = "nobody";

    /// <summary>The value of <see cref="Subject"/> for the reporter's child.</summary>
    public const string Child = "child";

    /// <summary>The value of <see cref="Person"/> for "none of those".</summary>
    public const string NewPerson = "new";

    public string? Channel { get; set; } = Codes.Of(DeskChannel.Desk);

    public DateOnly? PaperOn { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? NationalId { get; set; }

    /// <summary>Id of somebody known; <see cref="NewPerson"/>; empty where nothing was chosen.</summary>
    public string? Person { get; set; }

    public bool IsAnonymous { get; set; }

    public string? Subject { get; set; } = Codes.Of(Core.Complaints.Subject.Self);

    public string? SubjectName { get; set; }

    public string? Story { get; set; }

    public string? Category { get; set; }

    public string? Concerns { get; set; }

    public string? OfficialName { get; set; }

    public string? Urgency { get; set; }

    public string? Place { get; set; }

    public string? Consent { get; set; }

    public DateOnly? ConsentOn { get; set; }

    /// <param name="sureOf">The odd NIK that was asked about before.</param>
    public RegisterComplaintInput ToInput(Guid draftId, string? village, string? sureOf, Understood understood) => new()
    {
        DraftId = draftId,
        Channel = Code<DeskChannel>(Channel),
        PaperOn = PaperOn,
        Subject = Subject == Child ? Core.Complaints.Subject.Family : Code<Subject>(Subject),
        IsChild = Subject == Child,
        SubjectName = Subject == Codes.Of(Core.Complaints.Subject.Self) ? null : SubjectName,
        Story = Story,
        CategoryCode = Category,
        ProgrammeCode = understood.Category == Category ? understood.Programme : null,
        VillageCode = village,
        Name = Name,
        Phone = Phone,
        NationalId = NationalId,
        SureOfNationalId = sureOf,
        PersonId = PersonId,
        IsNewPerson = Person == NewPerson,
        IsAnonymous = IsAnonymous,
        Consent = Code<ConsentGiver>(Consent),
        ConsentOn = ConsentOn,
        Concerns = Code<Concern>(Concerns),
        ConcernsNobody = Concerns == Nobody,
        OfficialName = OfficialName,
        Urgency = understood.Urgency == Core.Complaints.Urgency.Info ? Core.Complaints.Urgency.Normal : understood.Urgency,
        SaidUrgency = Code<Urgency>(Urgency),
        UrgencyWords = understood.UrgentBecause,
    };

    public Guid? PersonId => Guid.TryParse(Person, out var id) ? id : null;

    /// <summary>As far as it tells of the person concerned.</summary>
    /// <param name="village">Empty while it is not known.</param>
    public PersonFacts Sought(string village)
    {
        var isSelf = Subject == Codes.Of(Core.Complaints.Subject.Self);
        var (name, number) = (TextFolding.CleanLine((isSelf ? Name : SubjectName) ?? ""), Core.Numbers.NationalId.Normalise(NationalId));
        return new PersonFacts(
            name.Length == 0 ? null : name,
            Subject != Child && number.Length == Core.Numbers.NationalId.Length && number.All(char.IsAsciiDigit) ? number : null,
            isSelf && PhoneNumber.TryParse(Phone, out var phone) ? phone.E164 : null,
            null, village);
    }

    private static TEnum? Code<TEnum>(string? code)
        where TEnum : struct, Enum =>
        Codes.TryParse<TEnum>(code, out var value) ? value : null;
}
