using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <content>Where it stands, and what a row of the workflow changes with it.</content>
public sealed partial class Complaint
{
    public ComplaintStatus Status { get; private set; } = ComplaintStatus.Received;

    /// <summary>Follows from the status; stored because queues filter and count by it.</summary>
    public StatusType StatusType { get; private set; } = StatusType.Open;

    public DateTime MovedAt { get; private set; }

    public DateTime? SettledAt { get; private set; }

    /// <summary>When the resident is next reminded of where this stands; null while there is nothing to remind of.</summary>
    public DateTime? RemindAt { get; private set; }

    /// <summary>A new complaint is promised a day, and its resident is reminded of it.</summary>
    /// <returns>The first segment of its promise, to be stored with it.</returns>
    internal PromiseSegment Lodge(MoveTerms terms)
    {
        MovedAt = LodgedAt;
        RemindAt = ConversationId is null ? null : LodgedAt.AddDays(terms.Reminders.IntervalDays);
        return BeginPromise(LodgedAt, terms);
    }

    /// <param name="before">The segments of its promise, oldest first; needed only where <see cref="EndsWait"/>.</param>
    /// <returns>Further segments of its promise, to be stored with it.</returns>
    /// <exception cref="InvalidOperationException">The row begins elsewhere.</exception>
    internal IReadOnlyList<PromiseSegment> Move(Taken<ComplaintStatus> taken, MoveTerms terms, IReadOnlyList<PromiseSegment> before)
    {
        var (row, at) = (taken.Row, taken.Given.By.At);
        if (row.From != Status)
        {
            throw new InvalidOperationException($"A move from {row.From} does not begin at {Status}.");
        }

        var segments = MoveClock(row, at, terms, before);
        (Status, StatusType, MovedAt) = (row.To, row.To.Type(), at);
        SettledAt = StatusType == StatusType.Settled ? at : null;
        // Also where no chat filed it: one may have been joined.
        RemindAt = StatusType == StatusType.Settled ? null : at.AddDays(terms.Reminders.IntervalDays);
        RaisedAt = null;
        IsAtRisk = IsAtRisk && StatusType == StatusType.Open;
        IsOverdue = IsOverdue && StatusType == StatusType.Open && !ComplaintWorkflow.BeginsPromise(row.Verb);
        AskAfter(row, at, terms.AfterAnswer);
        return segments;
    }

    /// <param name="at">UTC; null for no more.</param>
    internal void RemindNextAt(DateTime? at) => RemindAt = at;

    /// <summary>Neither reminders nor questions any more.</summary>
    internal void LeaveInPeace() => (RemindAt, AskAt) = (null, null);
}
