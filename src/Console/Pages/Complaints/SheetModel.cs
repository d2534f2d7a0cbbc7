using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>What the work page shows: the complaint, what its reader may do with it, and a form that was refused.</summary>
/// <param name="Moves">The rows of the workflow that the reader may take from here.</param>
public sealed record SheetModel(
    ComplaintSheet Sheet, IReadOnlyList<ReferralRow> Referrals, IReadOnlyList<Move<ComplaintStatus>> Moves, bool MayWrite, bool MayTake,
    bool MayRefer, Guid ReaderId)
{
    public Complaint Complaint => Sheet.Complaint;

    public string Reference => Complaint.Reference;

    public bool IsMine => Complaint.AssignedTo == ReaderId;

    /// <summary>A move that was refused, with what was typed.</summary>
    public MoveForm? Refused { get; init; }

    public WordsForm? RefusedMessage { get; init; }

    public WordsForm? RefusedNote { get; init; }

    /// <summary>The move was decided on an older version of the complaint.</summary>
    public bool IsStale { get; init; }

    /// <summary>When the page was made: the forms' keys follow from it.</summary>
    public required DateTime At { get; init; }

    public Guid NewKey() => SequentialId.Next(At);

    /// <summary>
    /// The view data of one of the page's forms. Only the form that was refused may see what was refused: the others
    /// have fields of the same names.
    /// </summary>
    public static ViewDataDictionary Fields(ViewDataDictionary page, bool refused, string words) =>
        new(new EmptyModelMetadataProvider(), refused ? page.ModelState : new ModelStateDictionary()) { ["Words"] = words };
}

/// <param name="Seen">Code of the status that the reader saw when the form was made.</param>
public sealed record MoveForm(
    string Reference, string Verb, int Version, string Seen, IReadOnlyList<string> Requires, string? Message = null, string? Note = null,
    string? Reason = null);

/// <param name="Key">Made with the form: however often it is sent, it acts once.</param>
public sealed record WordsForm(string Reference, Guid Key, string? Text = null);
