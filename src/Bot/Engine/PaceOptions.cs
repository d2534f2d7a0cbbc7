namespace SlrtBot.Bot.Engine;

/// <summary>The pace of a conversation. Section <c>Slrt:Talk</c>.</summary>
public sealed class PaceOptions
{
    public const string Section = "Slrt:Talk";

    /// <summary>Seconds of silence after which a story that comes in pieces is answered; 0 answers every piece.</summary>
    public double StoryPauseSeconds { get; set; } = 4;

    /// <summary>The longest that an answer waits for somebody who writes slowly, or in a few words at a time.</summary>
    public double LongestPauseSeconds { get; set; } = 15;

    /// <summary>More from one chat are kept and, for a minute, not answered; 0 answers all.</summary>
    public int MessagesPerMinute { get; set; } = 20;

    public TimeSpan StoryPause => TimeSpan.FromSeconds(Math.Clamp(StoryPauseSeconds, 0, 60));

    public TimeSpan LongestPause => TimeSpan.FromSeconds(Math.Clamp(LongestPauseSeconds, StoryPause.TotalSeconds, 60));
}
