namespace SlrtBot.Bot.Engine;

/// <summary>What a resident sent in pieces and was not answered yet; lies sealed with the conversation.</summary>
public sealed class Collected
{
    /// <summary>In the order they came, each a message.</summary>
    public List<string> Texts { get; set; } = [];

    /// <summary>16-digit numbers that were in the texts, which have them masked.</summary>
    public List<string> Numbers { get; set; } = [];

    /// <summary>Pictures and papers of an album, which the dialog has taken already.</summary>
    public int Photos { get; set; }

    /// <summary>How many of them are papers.</summary>
    public int Papers { get; set; }

    /// <summary>The inbox rows of the texts.</summary>
    public List<Guid> Messages { get; set; } = [];

    /// <summary>The message that the first of them replied to.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>When the last of them came, UTC.</summary>
    public DateTime? LastAt { get; set; }

    /// <summary>The longest that the person took from one to the next.</summary>
    public double LongestGapSeconds { get; set; }

    /// <summary>Words of an emergency were among them.</summary>
    public bool IsUrgent { get; set; }
}
