using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints.Sheets;

/// <summary>All that a staff member who may see a complaint sees of it, opened.</summary>
/// <param name="NationalId">Masked but for its last four digits.</param>
/// <param name="CanWrite">Whether there is a chat to answer in.</param>
/// <param name="Reachable">False after the channel said that the person is gone.</param>
public sealed record ComplaintSheet(
    Complaint Complaint, string Story, string? ReporterName, string? SubjectName, string? Phone, string? NationalId, string? Address,
    string? Location, string? Holder, bool CanWrite, bool Reachable)
{
    /// <summary>Other 16-digit numbers that the person wrote, masked.</summary>
    public string? WrittenNumbers { get; init; }

    /// <summary>The resident's words because of which it was proposed as urgent.</summary>
    public IReadOnlyList<string> UrgencyWords { get; init; } = [];

    /// <summary>Name of the colleague with whose help it was lodged.</summary>
    public string? AssistedBy { get; init; }

    /// <summary>How it came, where staff wrote it down.</summary>
    public ComplaintIntake? Intake { get; init; }

    /// <summary>Whom it is about, as the resident wrote it.</summary>
    public string? OfficialName { get; init; }

    /// <summary>Where the KTP says that the person lives, where that is elsewhere.</summary>
    public string? CardAddress { get; init; }

    /// <summary>Of a child.</summary>
    public string? GuardianName { get; init; }

    /// <summary>Who speaks for the person concerned, the chat that filed it first.</summary>
    public required IReadOnlyList<SheetRepresentative> Representatives { get; init; }

    public required IReadOnlyList<SheetMessage> Thread { get; init; }

    public required IReadOnlyList<SheetEvent> Timeline { get; init; }

    public required IReadOnlyList<SheetFile> Files { get; init; }
}

public enum Speaker
{
    Resident,
    Bot,
    Staff,
}

/// <param name="State">Where our own message stands on its way; null for the resident's.</param>
public sealed record SheetMessage(Guid Id, Speaker Speaker, string? Name, string Text, DateTime At, OutboundState? State)
{
    /// <summary>Of a message that the resident changed: the words before.</summary>
    public string? Before { get; init; }

    public static SheetMessage Of(Heard heard) => new(heard.Id, Speaker.Resident, null, heard.Text, heard.At, null) { Before = heard.Before };
}

/// <summary>A move of the complaint, or a note among colleagues (then without a verb).</summary>
public sealed record SheetEvent(
    Guid Id, string? Verb, ComplaintStatus? From, ComplaintStatus? To, string? Reason, string? Message, string? Note, ActorKind Actor,
    Guid? ActorId, string? Name, DateTime At)
{
    /// <summary>1 to 5, of a rating.</summary>
    public int? Rating { get; init; }

    /// <summary>What staff made of the urgency.</summary>
    public UrgencyRevision? Urgency { get; init; }

    /// <summary>What staff said that it is about.</summary>
    public CategoryRevision? Category { get; init; }

    /// <summary>Where staff put it.</summary>
    public Placement? Place { get; init; }
}

/// <param name="Id">Null where a complaint for somebody else has no row yet.</param>
/// <param name="RecordedBy">The staff member's name; null where the chat itself said so.</param>
/// <param name="IsFiling">The chat that filed the complaint, rather than one joined by a slip.</param>
/// <param name="HasChat">False while a slip waits to be used.</param>
public sealed record SheetRepresentative(
    Guid? Id, string? Name, Relation Relation, RepresentativeConsent Consent, ConsentWay? Way, DateTime? RecordedAt, string? RecordedBy,
    DateTime? WithdrawnAt, bool IsFiling, bool HasChat, DateTime? SlipExpiresAt, bool ReadsAll);

public sealed record SheetFile(Guid Id, FileKind Kind, FileState State, string? ContentType, long Size);
