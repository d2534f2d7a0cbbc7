using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// Residents tell a story as they talk: in many short messages. Pieces are kept without an answer until nothing has
/// come for a few seconds, and are then one story with one reply. Who writes a few words at a time, or takes long from one to
/// the next, is waited for longer. The pause is a row with a due time, so that a restart in between changes nothing.
/// </summary>
[Unguarded("it keeps what is written now, and shows nothing")]
public sealed class PieceCollector(DialogCatalogue dialogs, PaceOptions options) : Listener
{
    private const int LongestStory = 8000;

    /// <summary>A piece that is no sentence yet is likely to be followed by another, and doubles the pause.</summary>
    private const double ForFewWords = 2;

    /// <summary>Of the longest gap so far.</summary>
    private const double ForSlowFingers = 1.5;

    public static bool IsUnderWay(Turn turn) => turn.Conversation.CollectUntil is not null;

    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var takes = Takes(turn, answer);
        if (takes)
        {
            Keep(turn, answer);
        }

        return Task.FromResult(takes);
    }

    /// <summary>Whether this is a piece of something longer, so that the answer has to wait.</summary>
    public bool Takes(Turn turn, Answer answer)
    {
        if (options.StoryPause == TimeSpan.Zero || answer.Files.Count > 0 || answer.Choice is not null || answer.Text.Length == 0
            || answer.IsForwarded)
        {
            return false;
        }

        if (ReferenceCode.LooksLike(answer.Text) || !answer.Text.Any(char.IsLetter))
        {
            return false;
        }

        // In the middle of a story "tolong" is no call for instructions.
        return IsUnderWay(turn)
            ? answer.Word is null or Words.Help
            : answer.IsText && dialogs.Of(turn).Collects(turn, answer.Text);
    }

    /// <summary>Keeps words, or that a file came, for one answer after the pause.</summary>
    public void Keep(Turn turn, Answer answer)
    {
        var collected = turn.Collected() ?? new Collected();
        if (answer.Text.Length > 0 && collected.Texts.Sum(t => t.Length) + answer.Text.Length <= LongestStory)
        {
            collected.Texts.Add(answer.Text);
        }

        collected.Numbers.AddRange(answer.Numbers);
        collected.Messages.Add(turn.Context.Message.Id);
        collected.ReplyTo ??= answer.ReplyTo;
        collected.IsUrgent |= turn.IsUrgent;
        NoteGap(collected, turn.Context.Now);
        Wait(turn, collected, PauseAfter(collected, answer.Text));
    }

    /// <summary>Pictures that are sent together: the dialog has them, one answer follows for all.</summary>
    public bool TakesAlbum(Answer answer) => options.StoryPause > TimeSpan.Zero && answer is { Album: not null, Files.Count: > 0 };

    public void AddAlbum(Turn turn, IReadOnlyList<StoredFile> files)
    {
        var collected = turn.Collected() ?? new Collected();
        collected.Photos += files.Count;
        collected.Papers += files.Count(f => f.Kind == FileKind.Document);
        Wait(turn, collected, options.StoryPause);
    }

    private static void NoteGap(Collected collected, DateTime now)
    {
        collected.LongestGapSeconds = Math.Max(collected.LongestGapSeconds, collected.LastAt is { } last ? (now - last).TotalSeconds : 0);
        collected.LastAt = now;
    }

    private TimeSpan PauseAfter(Collected collected, string piece)
    {
        var forWords = Telling.IsStory(piece) ? options.StoryPause : options.StoryPause * ForFewWords;
        var forFingers = TimeSpan.FromSeconds(collected.LongestGapSeconds * ForSlowFingers);
        var pause = forWords > forFingers ? forWords : forFingers;
        return pause < options.LongestPause ? pause : options.LongestPause;
    }

    private static void Wait(Turn turn, Collected collected, TimeSpan pause)
    {
        turn.StoreCollected(collected);
        turn.Conversation.CollectUntil = turn.Context.Now + pause;
    }
}
