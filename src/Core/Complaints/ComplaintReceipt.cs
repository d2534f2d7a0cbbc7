using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <content>Whether the help that was announced has come, as its resident says when asked.</content>
public sealed partial class Complaint
{
    /// <summary>When the resident is next asked whether the help has come, or, after the last time, when that ends.</summary>
    public DateTime? AskAt { get; private set; }

    /// <summary>How often the resident has been asked since help was announced.</summary>
    public int Asked { get; private set; }

    /// <summary>How many of the days for asking have come since then, whether or not anybody could be asked.</summary>
    public int AskRounds { get; private set; }

    public Confirmation? Confirmation { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>1 (very bad) to 5 (very good).</summary>
    public int? Rating { get; set; }

    /// <summary>Nobody can be asked before then; the day for asking has not come yet.</summary>
    internal void AskLater(DateTime at) => AskAt = at;

    internal void StopAsking() => AskAt = null;

    /// <summary>One of the days for asking has come.</summary>
    /// <param name="next">When the next one comes, or the closing.</param>
    internal void CountRound(DateTime next) => (AskRounds, AskAt) = (AskRounds + 1, next);

    internal void CountAsked() => Asked++;

    internal void Confirm(Confirmation said, DateTime at) => (Confirmation, ConfirmedAt, AskAt) = (said, at, null);

    /// <summary>
    /// Once help is announced the resident is asked whether it came; that takes the place of reminders. The time runs also
    /// where nobody can be asked.
    /// </summary>
    private void AskAfter(Move<ComplaintStatus> row, DateTime at, AfterAnswerOptions after)
    {
        if (!AnnouncesHelp(row.To) || row.Verb is "resident_confirms" or "close_unconfirmed" or ComplaintWorkflow.Answer or ComplaintWorkflow.Conclude)
        {
            AskAt = null;
            return;
        }

        RemindAt = null;
        if (row.From != ComplaintStatus.Answered)
        {
            (AskAt, Asked, AskRounds) = (after.Next(at, 0), 0, 0);
            (Confirmation, ConfirmedAt, Rating) = (null, null, null);
        }
    }

    private static bool AnnouncesHelp(ComplaintStatus status) =>
        status is ComplaintStatus.Answered or ComplaintStatus.Completed or ComplaintStatus.ServedDirectly;
}
