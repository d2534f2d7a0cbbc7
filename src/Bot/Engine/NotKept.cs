using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Files;

namespace SlrtBot.Bot.Engine;

/// <summary>What people send and nobody can use, at all or at this question: how it is set aside, and what is said of it.</summary>
public static class NotKept
{
    private const string Empty = "empty";
    private static readonly HashSet<string> Videos = [MediaKinds.Animation, MediaKinds.Video, MediaKinds.VideoNote];

    /// <summary>Files that staff cannot look at are taken out of the answer; a caption stays.</summary>
    public static Answer SetAside(Turn turn, Answer answer)
    {
        if (answer.Files.Count > 0 && IsUnusable(answer.Files[0]) && KindOf(answer.Files[0]) is { } kind)
        {
            Refuse(turn);
            turn.Add(answer.Text.Length > 0 ? Sentence(turn, kind) : null);
            return answer with { Files = [], Unusable = kind };
        }

        return HoldsNothing(answer) ? answer with { Unusable = Empty } : answer;
    }

    /// <summary>Staff cannot look at it.</summary>
    public static bool IsUnusable(Attachment file) => KindOf(file) is { } kind && (kind == MediaKinds.Sticker || Videos.Contains(kind));

    /// <summary>They are kept by nobody, and never fetched.</summary>
    public static void Refuse(Turn turn)
    {
        foreach (var file in turn.Context.Files)
        {
            file.State = FileState.Refused;
            file.NotBefore = null;
        }
    }

    /// <summary>What is said of something useful in itself that nobody needs at this question; null for words of one's own.</summary>
    public static string? NotNeeded(Turn turn, Answer answer) => answer switch
    {
        { Contact: not null } => turn.Phrase("not_kept.contact_now"),
        { Place: not null } => turn.Phrase("not_kept.place_now"),
        { IsForwarded: true } when Telling.IsStory(answer.Text) => turn.Phrase("not_kept.forwarded"),
        _ => null,
    };

    /// <param name="kind">See <see cref="Answer.Unusable"/>.</param>
    public static string Sentence(Turn turn, string kind) => turn.Phrase(kind switch
    {
        MediaKinds.Sticker => "not_kept.sticker",
        Empty => "not_kept.empty",
        _ when Videos.Contains(kind) => "not_kept.video",
        _ => "not_kept.unreadable",
    });

    private static bool HoldsNothing(Answer answer) => answer is
    { Choice: null, Word: null, Text: "", IsStale: false, Files.Count: 0, Contact: null, Place: null, Unusable: null };

    private static string? KindOf(Attachment file) => file.ContentAs<MediaFacts>()?.Kind;
}
