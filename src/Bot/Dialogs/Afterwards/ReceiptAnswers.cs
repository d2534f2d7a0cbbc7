using System.Collections.Frozen;
using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Afterwards;

/// <summary>"Sudah" and "belum" as they are typed, where this chat was asked and nothing else is under way.</summary>
public sealed class ReceiptAnswers(PhraseBook book, ComplaintQueries complaints, WordsAnywhere anywhere, StatusTeller status)
{
    private static readonly string[] Keys = ["received.yes", "received.partly", "received.no"];

    private readonly FrozenDictionary<string, string> _keyByForm = Keys
        .SelectMany(key => Words.Forms(book, $"also.{key}").Concat(Words.Forms(book, $"choice.{key}")).Select(form => (form, key)))
        .DistinctBy(f => f.form).ToFrozenDictionary(f => f.form, f => f.key);

    /// <returns>False where it is no such answer, or nobody asked.</returns>
    public async Task<bool> TryAnswerAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsText || !_keyByForm.TryGetValue(TextFolding.Fold(answer.Text), out var key))
        {
            return false;
        }

        var asked = (await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken))
            .Where(c => c.Asked > 0 && AfterAnswerOptions.Awaits(c)).ToList();
        switch (asked)
        {
            case []:
                return false;
            case [var one]:
                return await anywhere.TryAsync(turn, new Answer { Choice = AboutComplaint.Key(key, one.Reference) }, cancellationToken);
            default:
                status.Say(turn, turn.Phrase("received.which"), [.. asked.Select(c => new Option(AboutComplaint.Key(key, c.Reference), c.Reference))]);
                return true;
        }
    }
}
