namespace SlrtBot.Bot.Engine;

/// <summary>What an emergency stopped, until it is safe to go on; lies sealed with the conversation.</summary>
/// <param name="Open">The question that was open.</param>
/// <param name="Words">What was written and not taken by any question yet.</param>
public sealed record Held(OpenPrompt Open, Collected Words)
{
    /// <summary>The lodged complaint that the words are for; null where that is not known.</summary>
    public Guid? ComplaintId { get; init; }

    /// <summary>It became an emergency by them.</summary>
    public bool IsMarked { get; init; }

    /// <summary>An earlier message was changed: what it said before has been taken, and so it is where it was no emergency.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>How many of the texts raised the alarm; what came after them was said in it.</summary>
    public int Raised { get; init; }

    /// <summary>Nobody is to telephone there.</summary>
    public bool IsUncalled { get; init; }

    /// <summary>Those of the texts that said but where it is, who is there or a number: no part of a story.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>The place as it was told in the alarm.</summary>
    public string? Place { get; init; }

    /// <summary>Of the area that the place names beyond doubt.</summary>
    public string? AreaCode { get; init; }

    /// <summary>A telephone number that was told in the alarm.</summary>
    public string? Phone { get; init; }

    /// <summary>Somebody who helps is there: nobody is told any more to telephone first.</summary>
    public bool IsHelped { get; init; }

    /// <summary>The phrase that was said last to words in danger.</summary>
    public string? Told { get; init; }

    /// <summary>How often it was answered since it was last asked whether it is safe.</summary>
    public int Unasked { get; init; }

    /// <summary>What came with the words and belongs to nothing yet.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];

    public void Add(Collected more)
    {
        Words.Texts.AddRange(more.Texts);
        Words.Numbers.AddRange(more.Numbers);
        Words.Messages.AddRange(more.Messages);
        Words.ReplyTo ??= more.ReplyTo;
    }

    public Answer AsAnswer() => new() { Text = string.Join('\n', Words.Texts.Where(text => !Answers.Contains(text))), Numbers = Words.Numbers, ReplyTo = Words.ReplyTo };
}
