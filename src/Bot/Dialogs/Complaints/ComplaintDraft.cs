using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>What a resident has told so far. Null and false mean: not asked, or not answered yet.</summary>
public sealed class ComplaintDraft
{
    private const int LongestBeside = 2000;

    public Subject? Subject { get; set; }

    /// <summary>It is for the reporter's child, under 18.</summary>
    public bool IsChild { get; set; }

    /// <summary>Whom the story seemed to be for was proposed and is not the one.</summary>
    public bool IsForSomebodyElse { get; set; }

    /// <summary>Empty where the resident would not say.</summary>
    public string? SubjectName { get; set; }

    public string? Group { get; set; }

    public string? Category { get; set; }

    /// <summary>Said by the person, where it sounds like no complaint.</summary>
    public ComplaintKind? Kind { get; set; }

    /// <summary>The code of whom of ours it is about; empty where it is about nobody of ours.</summary>
    public string? Official { get; set; }

    /// <summary>Empty where the resident would not say.</summary>
    public string? OfficialName { get; set; }

    /// <summary>What the story seemed to be about was proposed and is not it.</summary>
    public bool IsMisjudged { get; set; }

    /// <summary>What was picked, and what the story told of instead, were asked about: it stays as it now is.</summary>
    public bool PickIsMeant { get; set; }

    /// <summary>Message by message, each on its own line.</summary>
    public string Story { get; set; } = "";

    public bool StoryIsWhole { get; set; }

    /// <summary>Questions and remarks that no step could read, each on its own line: staff read them below the story.</summary>
    public string? Beside { get; set; }

    /// <summary>Messages of others that were passed on here: staff read them below the story.</summary>
    public string? PassedOn { get; set; }

    /// <summary>Of a sub-district or the regency where the person does not know the village.</summary>
    public string? VillageCode { get; set; }

    /// <summary>The village that the chat knew already is not the one.</summary>
    public bool IsElsewhere { get; set; }

    /// <summary>That the place which was told is not served was said.</summary>
    public bool OutsideIsTold { get; set; }

    /// <summary>The places on offer, where there are several to choose from.</summary>
    public PlaceList? Places { get; set; }

    /// <summary>As typed with the village, where it says more than its name.</summary>
    public string? Address { get; set; }

    /// <summary>"latitude,longitude" in degrees.</summary>
    public string? Location { get; set; }

    /// <summary>Pictures and papers together.</summary>
    public int Photos { get; set; }

    /// <summary>How many of them are papers: a letter as a PDF is no photo.</summary>
    public int Papers { get; set; }

    public int Voices { get; set; }

    public bool PhotosAreAll { get; set; }

    /// <summary>The last album: its other pictures need no answer of their own.</summary>
    public string? Album { get; set; }

    public bool IsAnonymous { get; set; }

    public string? Name { get; set; }

    /// <summary>Who wrote from this chat before, to be confirmed; null once it was answered.</summary>
    public string? KnownName { get; set; }

    /// <summary>E.164; as <see cref="KnownName"/>.</summary>
    public string? KnownPhone { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    public bool WithoutPhone { get; set; }

    /// <summary>That the number somebody writes from is not seen here was said.</summary>
    public bool UnseenIsTold { get; set; }

    /// <summary>Nobody is to telephone.</summary>
    public bool IsUncalled { get; set; }

    /// <summary>The person took it back that nobody is to telephone.</summary>
    public bool MayBeCalledAfterAll { get; set; }

    /// <summary>An answer was put right in the very message that is at hand.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsCorrectedNow { get; set; }

    /// <summary>E.164, from a contact of somebody else: whether staff may call it is still to be asked.</summary>
    public string? OthersPhone { get; set; }

    public string? NationalId { get; set; }

    public bool WithoutNationalId { get; set; }

    /// <summary>The KTP says another place than where the person lives.</summary>
    public bool CardDiffers { get; set; }

    /// <summary>That place; empty where it is the same or not known.</summary>
    public string? CardAddress { get; set; }

    /// <summary>16-digit numbers that were written unasked; the story has them masked.</summary>
    public List<string> Numbers { get; set; } = [];

    /// <summary>What the first of them is was asked and told.</summary>
    public bool NumbersAreTold { get; set; }

    /// <summary>The one of them that was asked about and is no NIK.</summary>
    public string? FamilyCard { get; set; }

    /// <summary>A number that looks odd and was asked about once; sent again, it counts.</summary>
    public string? DoubtfulId { get; set; }

    /// <summary>As heard while it was told; an emergency stays one.</summary>
    public Urgency Urgency { get; set; } = Urgency.Normal;

    /// <summary>Said by the person who saw what was proposed; null where nothing was.</summary>
    public Urgency? SaidUrgency { get; set; }

    /// <summary>Words of an emergency were none, said the person.</summary>
    public bool IsFalseAlarm { get; set; }

    /// <summary>The member of staff whose form it was, or who sits beside the person.</summary>
    public Guid? AssistedBy { get; set; }

    /// <summary>That a message changed in the chat changes nothing here was said.</summary>
    public bool CorrectionsAreTold { get; set; }

    /// <summary>The step that is being changed from the summary.</summary>
    public string? Changing { get; set; }

    /// <summary>Set when it was sent; nothing else is kept then.</summary>
    public Receipt? Receipt { get; set; }

    public void KeepBeside(string text)
    {
        var whole = Beside is { } before ? $"{before}\n{text}" : text;
        Beside = whole[..Math.Min(whole.Length, LongestBeside)];
    }
}

/// <param name="Question">What is asked with it about the person concerned; null where nothing is.</param>
public sealed record Receipt(
    Guid ComplaintId, string Reference, DateOnly PromiseOn, string? Question = null, ComplaintKind Kind = ComplaintKind.Complaint)
{
    /// <summary>The category of what is urgent: what to do until the office answers depends on it. Null for what can wait.</summary>
    public string? UrgentCategory { get; init; }

    /// <summary>Of an emergency: whose number is the help until staff answer. Null for anything else.</summary>
    public DangerKind? Danger { get; init; }

    /// <summary>Money or a code is gone already: the bank comes first, and that nothing is to be done would be wrong.</summary>
    public bool IsMoneyGone { get; init; }

    /// <summary>The story tells of several people, or of a second matter: each is a report of its own.</summary>
    public bool ToldOfMore { get; init; }
}

/// <param name="Heading">The phrase <c>ask.village.{Heading}</c>.</param>
/// <param name="Codes">Sub-districts or villages.</param>
/// <param name="Page">From 0.</param>
public sealed record PlaceList(string Heading, IReadOnlyList<string> Codes, int Page = 0)
{
    public const int PerPage = 8;
    public const string Districts = "district";
    public const string Villages = "pick";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOfDistricts => Heading == Districts;

    /// <summary>Those of one sub-district.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOfVillages => Heading == Villages;

    [System.Text.Json.Serialization.JsonIgnore]
    public int Pages => (Codes.Count + PerPage - 1) / PerPage;

    public PlaceList Turned() => this with { Page = (Page + 1) % Pages };
}
