using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>"Tambah": something is to be added to a complaint that is under way.</summary>
[Hears(Key, $"{Key}.", WithCode = true), Guarded(AtRestOnly = true)]
internal sealed class AddWord(
    Addenda addenda, StatusTeller status, AddingDialog adding, DialogCatalogue dialogs, ComplaintChoice choice) : WordAboutComplaint(choice)
{
    public const string Key = Words.Add;

    protected override string Which => "adding.which";

    protected override Task<bool?> TakeOtherwiseAsync(Turn turn, Answer answer, string named, CancellationToken cancellationToken)
    {
        if (dialogs.Of(turn).IsAtRest(turn))
        {
            return Task.FromResult<bool?>(null);
        }

        // "Tambah foto" in the middle of a form means the form.
        if (named.Length > 0)
        {
            status.Say(turn, turn.Phrase("adding.later"));
        }

        return Task.FromResult<bool?>(named.Length > 0);
    }

    protected override async Task<IReadOnlyList<Complaint>> MeantAsync(
        Turn turn, IReadOnlyList<Complaint> all, CancellationToken cancellationToken) =>
        await addenda.UnderWayAsync(turn, cancellationToken) is { Count: > 0 } underWay ? underWay : all;

    /// <summary>What waits for the choice of a complaint has found it with this.</summary>
    protected override async Task TakeAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var kept = turn.Kept();
        if (!addenda.MayTake(turn, complaint) || !await addenda.SpeaksForAsync(turn, complaint, cancellationToken))
        {
            await addenda.SayRefusedAsync(turn, complaint, cancellationToken);
        }
        else if (!kept.IsEmpty && await addenda.JoinAsync(turn, complaint, kept, cancellationToken) is { } told)
        {
            turn.StoreKept(Core.Conversations.KeptMessages.None);
            adding.GoOn(turn, complaint, kept, told);
        }
        else
        {
            adding.Begin(turn, complaint);
        }
    }
}
