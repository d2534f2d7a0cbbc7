using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>A complaint on a button or in a line: what it is about, which people remember, and its number.</summary>
public sealed class ComplaintLabels(RepresentativeQueries representatives)
{
    private const int Prefix = 5;

    public async Task<string> OfAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken) =>
        $"{await AboutAsync(turn, complaint, cancellationToken)} · {complaint.Reference[Prefix..]}";

    /// <summary>In one word or two; nothing that a bystander, or a chat that hears the status alone, should not read.</summary>
    public async Task<string> AboutAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken) =>
        turn.Phrase(await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken) ? $"short.{complaint.CategoryCode}" : "short.any");

    /// <summary>A lasting button for each.</summary>
    /// <param name="word">What it does.</param>
    public async Task<IReadOnlyList<Option>> ButtonsAsync(
        Turn turn, string word, IEnumerable<Complaint> among, CancellationToken cancellationToken)
    {
        var buttons = new List<Option>();
        foreach (var complaint in among)
        {
            var label = await OfAsync(turn, complaint, cancellationToken);
            buttons.Add(new Option(AboutComplaint.Key(word, complaint.Reference), label) { IsLasting = true });
        }

        return buttons;
    }
}
