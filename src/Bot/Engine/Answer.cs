using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.Engine;

/// <summary>What a resident sent, as far as it can be understood before the step looks at it.</summary>
public sealed record Answer
{
    /// <summary>The option that was pressed, numbered, named or nearly named.</summary>
    public string? Choice { get; init; }

    /// <summary>The option is a part of what was written, or nearly that: the words may mean more, or something else.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>A word that is understood everywhere, such as "batal"; never together with a choice.</summary>
    public string? Word { get; init; }

    /// <summary>As typed, or the caption of a file; cleaned, never null.</summary>
    public string Text { get; init; } = "";

    /// <summary>16-digit numbers that were in the text, which has them masked.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>What follows a word that may be followed by more; else empty.</summary>
    public string Rest { get; init; } = "";

    /// <summary>A button of a question that is no longer open.</summary>
    public bool IsStale { get; init; }

    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>Several files sent at once share it.</summary>
    public string? Album { get; init; }

    /// <summary>The channel's id of the message that the person replied to, where they said so.</summary>
    public string? ReplyTo { get; init; }

    public SharedContact? Contact { get; init; }

    public GeoCoordinates? Place { get; init; }

    /// <summary>The kind of a thing that nobody can use: a sticker, a video, a poll, a game, nothing at all.</summary>
    public string? Unusable { get; init; }

    /// <summary>Somebody else's words, passed on.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>The same words, where the one at their beginning was not meant as such.</summary>
    public Answer WithoutWord() => Rest.Length > 0 ? this with { Word = null, Rest = "" } : this;

    /// <summary>Words that are neither an option nor understood everywhere.</summary>
    public bool IsText => Choice is null && Word is null && Text.Length > 0;
}
