using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Complaints.Search;

namespace SlrtBot.Console.Pages.Intake;

/// <summary>What the desk should know while it types: what this person brought before, and what the story sounds like.</summary>
/// <param name="Before">Null while there is nobody to look for.</param>
/// <param name="Suggested">A category that the story seems to be about, and that is not chosen.</param>
/// <param name="Danger">The words that sound like an emergency; null where none do.</param>
public sealed record BesideModel(IReadOnlyList<SearchHit>? Before, ComplaintCategory? Suggested, string? Danger)
{
    public const int Most = 6;

    /// <summary>Who may be the person concerned.</summary>
    public IReadOnlyList<KnownPerson> Persons { get; init; } = [];

    /// <summary>Of them, or <see cref="IntakeForm.NewPerson"/>; null while nothing was chosen.</summary>
    public string? Chosen { get; init; }
}
