using SlrtBot.Bot.Engine;
using SlrtBot.Core.Programmes;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>"SMP dapat PKH?", "anak kuliah bisa dapet ga": for whom a programme is, in two sentences; whoever asks has not complained yet.</summary>
public sealed class EligibilityQuestions(SpokenForms forms, ProgrammeQueries programmes, ProgrammePages pages)
{
    private const int MostWords = 9;
    private const string Who = "answer.eligible.who.";

    /// <summary>In the order in which they are looked for.</summary>
    private static readonly string[] Codes = ["KIP-K", "YAPI", "PIP", "PKH"];

    private readonly (string Code, PhraseForms Forms)[] _who = [.. Codes.Select(code => (code, forms.Of($"{Who}{code}")))];
    private readonly PhraseForms _gets = forms.Of("answer.eligible.gets");
    private readonly PhraseForms _unless = forms.Of("answer.eligible.unless");
    private readonly PhraseForms _begins = forms.Of("answer.eligible.begins");
    private readonly PhraseForms _ends = forms.Of("answer.asks_at_end");
    private readonly PhraseForms _denial = forms.Of("words.denial");

    /// <returns>False where it is no such question.</returns>
    public async Task<bool> TryAnswerAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var said = forms.Hear(text);
        if (said.Count is < 3 or > MostWords || !_gets.AreIn(said) || _unless.AreIn(said) || !Asks(said))
        {
            return false;
        }

        var told = await programmes.ToldAsync(cancellationToken);
        var who = _who.FirstOrDefault(w => w.Forms.AreIn(said)).Code;
        if (who is null || (ProgrammeQueries.Named(told, text) ?? told.Find(p => p.Code == who)) is not { Audience: not null } programme)
        {
            return false;
        }

        pages.ShowAudience(turn, programme);
        return true;
    }

    /// <summary>A denial at its end asks; anywhere else it tells of somebody who did not receive anything.</summary>
    private bool Asks(Utterance said)
    {
        var last = said.Count - 1;
        while (last > 0 && forms.Wording.WithoutCourtesies(said.Folded[last]).Length == 0)
        {
            last--;
        }

        // "can" begins an English question, and denies in Sundanese.
        var first = _begins.LengthAt(said, 0);
        var isAsked = _ends.LengthAt(said, last) > 0;
        return (said.Asks || isAsked || first > 0) && !(_denial.Find(said, first) is { } denial && denial.Start < (isAsked ? last : said.Count));
    }
}
