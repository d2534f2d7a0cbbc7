using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;

namespace SlrtBot.Bot.Dialogs.Representatives;

/// <summary>"Lepaskan laporan": a chat that was joined by a slip wants to hear no more of that complaint.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded]
internal sealed class LeaveWord(PartChat part, StatusTeller status, ComplaintChoice choice) : WordAboutComplaint(choice)
{
    private const string Key = "leave";

    protected override string Nothing => "leave.nothing";

    protected override Task<IReadOnlyList<Complaint>> MeantAsync(Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Complaint>>([.. all.Where(c => c.ConversationId != turn.Conversation.Id)]);

    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var outcome = await part.LeaveAsync(complaint.Id, turn.Context.By, cancellationToken);
        status.Say(turn, turn.Phrase(outcome.Succeeded ? "leave.done" : "leave.filed_here", ("reference", complaint.Reference)));
    }
}
