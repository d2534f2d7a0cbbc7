using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>Finds the complaint that somebody means, or asks which it is; see <see cref="WordAboutComplaint"/>.</summary>
public sealed class ComplaintChoice(ComplaintQueries complaints, ComplaintLabels labels, StatusTeller status)
{
    private const int Shown = 6;

    /// <param name="key">Of the word or of the button.</param>
    /// <param name="rest">What followed the word.</param>
    /// <returns>A reference; empty where none was named; null where what followed is no reference, so that the word was not meant.</returns>
    public static string? Named(string key, string rest)
    {
        if (AboutComplaint.ReferenceIn(key) is { } pressed)
        {
            return pressed;
        }

        return rest.Length == 0 ? "" : ReferenceCode.TryParse(rest, out var typed) ? typed : null;
    }

    /// <inheritdoc cref="StatusTeller.FindAsync"/>
    public Task<Complaint?> FindAsync(Turn turn, string reference, CancellationToken cancellationToken) =>
        status.FindAsync(turn, reference, cancellationToken);

    /// <summary>All that this chat may follow, newest first.</summary>
    public async Task<IReadOnlyList<Complaint>> AllAsync(Turn turn, CancellationToken cancellationToken) =>
        await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);

    /// <summary>A button for each of several.</summary>
    /// <param name="which">The phrase that asks.</param>
    public async Task AskAsync(Turn turn, string word, string which, IReadOnlyList<Complaint> among, CancellationToken cancellationToken) =>
        status.Say(turn, turn.Phrase(which), [.. await labels.ButtonsAsync(turn, word, among.Take(Shown), cancellationToken)]);

    public void SayNone(Turn turn, string none) => status.Say(turn, turn.Phrase(none), turn.Option(Words.Report));
}
