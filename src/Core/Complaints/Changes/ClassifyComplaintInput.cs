using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints.Changes;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="ProgrammeCode">Of the programme catalogue; null for none.</param>
public sealed record ClassifyComplaintInput(Guid ComplaintId, int Version, ComplaintKind Kind, string? ProgrammeCode)
{
    /// <summary>Null to leave it as it is.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Why the urgency is another now, for colleagues.</summary>
    public string? Note { get; init; }

    /// <summary>Made with the form, so that a double press keeps one note.</summary>
    public Guid NoteId { get; init; }

    public string? GivenNote => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();

    /// <param name="now">How urgent the complaint is.</param>
    public IEnumerable<Refusal> Problems(Urgency now)
    {
        var wanted = Urgency ?? now;
        if (wanted == Complaints.Urgency.Info && wanted != now && Kind != ComplaintKind.Question)
        {
            yield return new Refusal("urgency_of_questions", "urgency");
        }

        if (wanted < now && now == Complaints.Urgency.Emergency && GivenNote is null)
        {
            yield return new Refusal("required", "note");
        }

        if (wanted == now && GivenNote is not null)
        {
            yield return new Refusal("urgency_as_before", "note");
        }

        if (Note?.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", "note");
        }
    }
}
