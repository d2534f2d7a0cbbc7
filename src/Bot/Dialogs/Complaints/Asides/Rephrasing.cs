using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>"bukan Cikalong tapi Malasari", "harusnya Malasari": what was wrong, where it is said, and what is right.</summary>
public sealed class Rephrasing(SpokenForms forms)
{
    /// <summary>More is a sentence, and no name of anything.</summary>
    private const int MostWords = 5;

    private readonly PhraseForms _not = forms.Of("answer.not_that");
    private readonly PhraseForms _but = forms.Of("answer.but_that");
    private readonly PhraseForms _rather = forms.Of("answer.rather");

    /// <returns>Null where nothing is put right.</returns>
    public (string Wrong, string Right)? In(Utterance said)
    {
        if (_not.Find(said) is { } not && _but.Find(said, not.End) is { } but && but.Start > not.End && but.End < said.Count)
        {
            return (said.Part(not.End, but.Start), said.From(but.End));
        }

        if (_rather.Find(said) is { } rather && said.Count - rather.End is >= 1 and <= MostWords)
        {
            return ("", said.From(rather.End));
        }

        // "malasari bukan cikalong"
        return _not.Find(said) is { Start: > 0 } after && after.End < said.Count && after.Start <= MostWords
            ? (said.From(after.End), said.Part(0, after.Start))
            : null;
    }
}
