using System.Collections.Frozen;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>
/// A question as first message gets an answer instead of a form: about a programme its page, "why do I not receive it"
/// the usual reasons. What sounds like a complaint stays one.
/// </summary>
public sealed class ProgrammeQuestions(Understander understander, ProgrammeQueries programmes, ProgrammePages pages, PhraseBook book)
{
    private const int MostWords = 12;
    private const int MostWordsOfWhy = 7;
    private readonly FrozenSet<string> _why = Words.Forms(book, "words.why.begin").ToFrozenSet();

    /// <returns>False where it is no such question.</returns>
    public async Task<bool> TryAnswerAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var words = TextFolding.Fold(text).Split(' ');
        if (words.Length > MostWords)
        {
            return false;
        }

        var understood = understander.Understand(text);
        if (words.Length <= MostWordsOfWhy && _why.Contains(words[0]) && understood.Category is "K1" or "K2" && understood.IsWorthProposing)
        {
            WhyWord.Ask(turn, pages);
            return true;
        }

        if (understood is not { Category: "P6", Kind: MessageKind.Question, IsWorthProposing: true })
        {
            return false;
        }

        var told = await programmes.ToldAsync(cancellationToken);
        if ((ProgrammeQueries.Named(told, text) ?? told.Find(p => p.Code == understood.Programme)) is not { } programme)
        {
            return false;
        }

        pages.Show(turn, programme);
        return true;
    }
}
