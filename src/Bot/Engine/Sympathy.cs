namespace SlrtBot.Bot.Engine;

/// <summary>Whoever is angry, or has lost somebody, hears once in a while that it is understood; what was written is taken by others as it stands.</summary>
[Unguarded("it says nothing but that it understands")]
public sealed class Sympathy(SmallTalk talk) : Listener
{
    /// <summary>Said more often it is a phrase.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var isFresh = turn.Open.ComfortedAt is not { } last || turn.Context.Now - last > Lasts;
        if (isFresh && answer is { Choice: null, IsForwarded: false } && Said(answer.Text) is { } phrase)
        {
            turn.Comfort(turn.Phrase(phrase));
        }

        return Task.FromResult(false);
    }

    private string? Said(string text) => talk.IsAngry(text) ? "sympathy" : talk.IsBereaved(text) ? "condolence" : null;
}
