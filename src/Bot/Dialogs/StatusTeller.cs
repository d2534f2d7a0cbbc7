using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs;

/// <summary>
/// Tells how far a complaint has come, in the chat that filed it. Anywhere else a number gets one neutral sentence,
/// the same whether it exists or not.
/// </summary>
public sealed class StatusTeller(ComplaintQueries complaints)
{
    private const int Shown = 5;

    public async Task TellAllAsync(Turn turn, CancellationToken cancellationToken)
    {
        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        turn.Add(all switch
        {
            [] => turn.Phrase("status.none"),
            [var one] => Describe(turn, one),
            _ => string.Join('\n', all.Take(Shown).Select(c => turn.Phrase("status.line", ("reference", c.Reference), ("status", Label(turn, c))))),
        });
        turn.Add(all.Count > 1 ? turn.Phrase("status.which") : null);
    }

    /// <returns>False where the text is no reference and does not try to be one.</returns>
    public async Task<bool> TellOneAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (!ReferenceCode.TryParse(text, out var reference))
        {
            var meant = ReferenceCode.LooksLike(text);
            turn.Add(meant ? turn.Phrase("refusal.reference_invalid") : null);
            return meant;
        }

        var complaint = await complaints.OfReferenceInConversationAsync(reference, turn.Conversation.Id, cancellationToken);
        turn.Add(complaint is null ? turn.Phrase("status.not_here") : Describe(turn, complaint));
        return true;
    }

    private static string Describe(Turn turn, Complaint complaint)
    {
        var sentence = turn.Phrase($"status.{Codes.Of(complaint.Status)}.resident");
        var told = turn.Phrase("status.one", ("reference", complaint.Reference), ("status", Label(turn, complaint)), ("sentence", sentence));
        return complaint.StatusType == StatusType.Open ? $"{told} {turn.Phrase("status.promise", ("date", complaint.PromiseOn))}" : told;
    }

    private static string Label(Turn turn, Complaint complaint) => turn.Phrase($"status.{Codes.Of(complaint.Status)}");
}
