using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>
/// "Kenapa saya tidak dapat?": the usual reasons in plain words, each with the office, the papers, and that it is free.
/// Which one it is only an officer can see; nobody is told that they will receive anything.
/// </summary>
[Hears(Key, $"{Key}.")]
[Unguarded("the reasons are the same for everybody")]
internal sealed class WhyWord(ProgrammePages pages) : GlobalWord
{
    public const string Key = "why";
    private const string Prefix = "why.";

    /// <summary>Texts are <c>why.{code}</c>, labels <c>choice.why.{code}</c>.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
        ["not_in_data", "level", "stopped", "no_match", "waiting", "excluded", "not_paid", "unknown"];

    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var key = KeyOf(answer);
        if (key.StartsWith(Prefix, StringComparison.Ordinal) && Reasons.Contains(key[Prefix.Length..]))
        {
            turn.Add(turn.Phrase(key));
            pages.Show(turn, turn.Question("why.next").With(turn.Option(Key), turn.Option(InfoWord.Key)));
        }
        else
        {
            Ask(turn, pages);
        }

        return Task.FromResult(true);
    }

    public static void Ask(Turn turn, ProgrammePages pages) =>
        pages.Show(turn, turn.Question("why").With(Reasons.Select(r => turn.Option(Prefix + r))));
}
