namespace SlrtBot.Bot.Engine;

/// <summary>An angry person hears, once in a while, that the anger is understood; what was written is taken by others as it stands.</summary>
[Unguarded("it says nothing but that it understands")]
public sealed class Sympathy(SmallTalk talk) : Listener
{
    /// <summary>Said more often it is a phrase.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var isFresh = turn.Open.ComfortedAt is not { } last || turn.Context.Now - last > Lasts;
        if (isFresh && answer is { Choice: null, IsForwarded: false } && talk.IsAngry(answer.Text))
        {
            turn.Comfort(turn.Phrase("sympathy"));
        }

        return Task.FromResult(false);
    }
}
