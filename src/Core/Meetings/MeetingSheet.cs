using SlrtBot.Core.Proposals;

namespace SlrtBot.Core.Meetings;

/// <summary>A meeting in a list: nothing of it is about anybody.</summary>
/// <param name="Items">How many lie on it, of those that the reader may see.</param>
public sealed record MeetingRow(VillageMeeting Meeting, string? Place, int Items);

/// <summary>How many proposals wait for a village to meet, of those that the reader may see.</summary>
/// <param name="Delicate">They go by a statement alone.</param>
public sealed record WaitingVillage(string VillageCode, int Ordinary, int Delicate);

/// <param name="Done">Those that are signed.</param>
public sealed record MeetingBoard(IReadOnlyList<WaitingVillage> Waiting, IReadOnlyList<MeetingRow> Planned, IReadOnlyList<MeetingRow> Closed, IReadOnlyList<MeetingRow> Done);

/// <summary>What is asked for somebody, without their words.</summary>
/// <param name="Number">NIK, else number of the family card; all but its last four digits are hidden.</param>
/// <param name="Programme">A code, where one is asked for.</param>
/// <param name="What">Which thing is corrected; a code.</param>
/// <param name="Cause">Why somebody is to be taken out; a code.</param>
public sealed record AskedFor(Guid ProposalId, ProposalKind Kind, string? Name, string? Address, string? Number, string? Programme, string? What, string? Cause)
{
    /// <summary>It goes by a statement alone.</summary>
    public bool IsDelicate { get; init; }
}

/// <param name="DecidedBy">Name; empty as long as nobody has.</param>
public sealed record MeetingLine(MeetingItem Item, AskedFor Asked, string? Words, string DecidedBy);

public sealed record GuestLine(MeetingGuest Guest, string Name);

/// <summary>What stands whole in the minutes and the statement alone.</summary>
public sealed record WholeNumbers(string? NationalId, string? FamilyCard, string? Old, string? New);

/// <summary>By item.</summary>
public sealed record MeetingNumbers(IReadOnlyDictionary<Guid, WholeNumbers> Items);

/// <summary>What a meeting came to.</summary>
/// <param name="Removed">By cause.</param>
public sealed record MeetingSums(int Added, int Corrected, IReadOnlyList<(string Cause, int Count)> Removed, int Refused, int PutOff)
{
    public static MeetingSums Of(IReadOnlyList<MeetingLine> lines)
    {
        var agreed = lines.Where(l => l.Item.Decision == MeetingDecision.Agree).Select(l => l.Asked).ToList();
        return new MeetingSums(
            agreed.Count(a => a.Kind == ProposalKind.Add),
            agreed.Count(a => a.Kind == ProposalKind.Correct),
            [.. agreed.Where(a => a is { Kind: ProposalKind.Remove, Cause: not null }).GroupBy(a => a.Cause!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
            lines.Count(l => l.Item.Decision == MeetingDecision.Refuse),
            lines.Count(l => l.Item.Decision == MeetingDecision.Defer));
    }
}

/// <summary>One meeting, opened for a member of staff who may see it.</summary>
/// <param name="Lines">Of the proposals that the reader may see, by their place on the agenda.</param>
public sealed record MeetingSheet(VillageMeeting Meeting, string? Place, string? Number, IReadOnlyList<MeetingLine> Lines, IReadOnlyList<GuestLine> Guests)
{
    public required string PlannedBy { get; init; }

    /// <summary>Names; empty before.</summary>
    public required string ClosedBy { get; init; }

    public required string SignedBy { get; init; }

    /// <summary>How many wait that can still come on its agenda.</summary>
    public int Waiting { get; init; }

    /// <summary>How many of its village go by a statement alone.</summary>
    public int Delicate { get; init; }

    /// <summary>
    /// Nothing on it is kept from the reader. Where something is (it became delicate after the meeting was closed), whoever sees all of it
    /// prints and opens its papers.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <summary>Nobody has built on its signed minutes.</summary>
    public bool MayReplace { get; init; }

    public int Undecided => Lines.Count(l => l.Item.Decision is null);

    public MeetingSums Sums => MeetingSums.Of(Lines);
}
