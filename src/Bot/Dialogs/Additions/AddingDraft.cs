using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>What was added to a complaint so far: counted, since the messages themselves lie with it.</summary>
public sealed record AddingDraft
{
    public Guid ComplaintId { get; set; }

    public string Reference { get; set; } = "";

    /// <summary>UTC; of the last message.</summary>
    public DateTime At { get; set; }

    public int Messages { get; set; }

    public int Files { get; set; }

    /// <summary>The last album: its other pictures need no answer of their own.</summary>
    public string? Album { get; set; }

    /// <summary>What comes puts right what was sent before.</summary>
    public bool IsCorrection { get; set; }

    internal bool HasAny => Messages + Files > 0;

    internal void Count(KeptMessages added)
    {
        Messages += added.Text.Length > 0 ? Math.Max(1, added.Messages.Count - added.Files.Count) : 0;
        Files += added.Files.Count;
        Album = added.Album ?? Album;
    }
}
