using System.Collections.Frozen;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>
/// A question as first message gets an answer instead of a form: about a programme its page, "why do I not receive it"
/// the usual reasons; so does a programme's bare name. What sounds like a complaint stays one.
/// </summary>
public sealed class ProgrammeQuestions(Understander understander, ProgrammeQueries programmes, ProgrammePages pages, PhraseBook book)
{
    private const int MostWords = 12;
    private const int MostWordsOfWhy = 7;
    private const int MostWordsOfGeneral = 5;
    private readonly FrozenSet<string> _why = Words.Forms(book, "words.why.begin").ToFrozenSet();

    /// <returns>False where it is no such question.</returns>
    /// <param name="isAsked">The person said that nothing but a question is meant: what the words are about is told, whatever else they may be.</param>
    public async Task<bool> TryAnswerAsync(Turn turn, string text, CancellationToken cancellationToken, bool isAsked = false)
    {
        var words = TextFolding.Fold(text).Split(' ');
        if (words.Length > MostWords && !isAsked)
        {
            return false;
        }

        var told = await programmes.ToldAsync(cancellationToken);
        var named = ProgrammeQueries.Named(told, isAsked ? turn.Forms.Wording.WithoutCourtesies(TextFolding.Fold(text)) : text) ?? ProgrammeQueries.Named(told, text);
        if (PaymentDates.AskedIn(book, text, named))
        {
            pages.ShowPaymentDate(turn);
            return true;
        }

        var understood = understander.Understand(text);
        var category = understood.Category is { } code ? ComplaintCategory.Get(code) : null;
        if (words.Length <= MostWordsOfWhy && _why.Contains(words[0]) && category is { IsAidMissed: true } && understood.IsWorthProposing)
        {
            WhyWord.Ask(turn, pages);
            return true;
        }

        if (isAsked)
        {
            return (named ?? told.Find(p => p.Code == understood.Programme)) is { } meant ? ShowPage(turn, meant)
                : category is { AsksForInformation: true } or { IsAidMissed: true } && ShowTopics(turn);
        }

        var isName = words.Length == 1;
        if (!isName && !(category is { AsksForInformation: true } && understood is { Kind: MessageKind.Question, IsWorthProposing: true }))
        {
            return false;
        }

        if (isName && named is null)
        {
            return false;
        }

        if ((named ?? told.Find(p => p.Code == understood.Programme)) is not { } programme)
        {
            return words.Length <= MostWordsOfGeneral && ShowTopics(turn);
        }

        return ShowPage(turn, programme);
    }

    private bool ShowPage(Turn turn, Programme programme)
    {
        pages.Show(turn, programme);
        return true;
    }

    /// <summary>"cara daftar bansos gmn": asks about programmes, and about none by name.</summary>
    private bool ShowTopics(Turn turn)
    {
        pages.ShowTopics(turn);
        return true;
    }
}
