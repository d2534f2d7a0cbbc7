using SlrtBot.Core.Complaints;
using SlrtBot.Core.Programmes;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>What a complaint is, what it is about and how urgent it is, to be corrected: codes as chosen.</summary>
/// <param name="Key">Made with the form: however often it is sent, it keeps one note.</param>
/// <param name="Note">Why the urgency is another.</param>
public sealed record KindForm(string Reference, Guid Key, int Version, string? Kind, string? Programme, string? Urgency, string? Note)
{
    /// <summary>It comes back to who sent it.</summary>
    public bool IsOpen { get; init; }

    public required IReadOnlyList<Programme> Programmes { get; init; }

    /// <summary>To choose from.</summary>
    public required IReadOnlyList<Urgency> Urgencies { get; init; }
}
