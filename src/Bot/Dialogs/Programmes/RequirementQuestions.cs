using SlrtBot.Bot.Engine;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>"syaratnya apa?", "ke disdukcapil apa ke desa?": which papers and which office, of the programme that is spoken of; else where that is told.</summary>
public sealed class RequirementQuestions(SpokenForms forms, ProgrammeQueries programmes, Understander understander)
{
    private const int MostWords = 8;
    private readonly PhraseForms _papers = forms.Of("answer.requirements");
    private readonly PhraseForms _where = forms.Of("answer.which_office");
    private readonly PhraseForms _whereTo = forms.Of("answer.which_office.where");
    private readonly PhraseForms _unless = forms.Of("answer.requirements.unless");

    /// <param name="story">What was told before; empty: nothing.</param>
    /// <returns>Null where it is no such question.</returns>
    public async Task<string?> AnswerAsync(Turn turn, string text, string story, CancellationToken cancellationToken)
    {
        // What came before it in the same pause is the story.
        var lines = text.Split('\n');
        var said = forms.Hear(lines[^1]);
        var isWhere = _where.AreIn(said) || _whereTo.AreAmong(said);
        if (said.Count > MostWords || (!isWhere && !_papers.AreIn(said)) || _unless.AreIn(said))
        {
            return null;
        }

        var told = await programmes.ToldAsync(cancellationToken);
        story = string.Join('\n', lines[..^1].Prepend(story)).Trim();
        var meant = ProgrammeQueries.Named(told, lines[^1]) ?? (story.Length == 0 ? null : ProgrammeQueries.Named(told, story) ?? told.Find(p => p.Code == understander.Understand(story).Programme));
        return meant is { ShortName: { } name, Papers: { } papers, Office: { } office }
            ? string.Join('\n', name, turn.Phrase("info.papers", ("text", papers)), turn.Phrase("info.office", ("text", office)))
            : turn.Phrase(isWhere ? "info.which_office" : "info.requirements");
    }
}
