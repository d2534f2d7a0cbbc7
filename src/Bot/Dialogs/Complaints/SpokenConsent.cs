using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"ema mah satuju", "iya udah bilang ke ibu", "blm ditanya", "pikun, ga nyambung": whether the person who is helped agrees, in the reporter's own words.</summary>
internal static class SpokenConsent
{
    private const int MostWords = 12;

    /// <summary>"belum" is an answer; in more words something else may not have come yet.</summary>
    private const int MostWordsOfNotYet = 4;
    private const string Prefix = "answer.for_other.";

    public static bool IsYes(Turn turn, string text) => Heard(turn, text) is { } said && !said.Asks && IsYes(turn, said);

    public static bool IsPending(Turn turn, string text) => Heard(turn, text) is { } said && !said.Asks && !IsYes(turn, said)
        && (HasPending(turn, said) || (Has(turn, said, "yes") && Has(turn, said, "words.denial")));

    public static bool IsIncapable(Turn turn, string text) => Heard(turn, text) is { Asks: false } said && Has(turn, said, "incapable");

    public static bool IsChild(Turn turn, string text) => Heard(turn, text) is { Asks: false } said && Has(turn, said, "child");

    public static bool Answers(Turn turn, string text) => IsYes(turn, text) || IsPending(turn, text) || IsIncapable(turn, text) || IsChild(turn, text);

    /// <summary>"maksudnya gimana": what is asked is not understood.</summary>
    public static bool IsPuzzled(Turn turn, string text) => Heard(turn, text) is { } said && Has(turn, said, "puzzled");

    /// <summary>"teu satuju" is none, and "teu kaabotan" is one.</summary>
    private static bool IsYes(Turn turn, Utterance said) => turn.Forms.Of(Prefix + "yes").Find(said) is { } yes && !HasPending(turn, said)
        && turn.Forms.Of("words.denial") is var denial && !denial.AreIn(turn.Forms.Hear(said.Part(0, yes.Start))) && !denial.AreIn(turn.Forms.Hear(said.From(yes.End)));

    private static bool HasPending(Turn turn, Utterance said) => turn.Forms.Of(Prefix + "pending").Find(said) is { } found
        && (found.End - found.Start > 1 || said.Count <= MostWordsOfNotYet);

    private static Utterance? Heard(Turn turn, string text) => turn.Forms.Hear(text) is { Count: > 0 and <= MostWords } said ? said : null;

    private static bool Has(Turn turn, Utterance said, string key) => turn.Forms.Of(key.Contains('.', StringComparison.Ordinal) ? key : Prefix + key).AreIn(said);
}
