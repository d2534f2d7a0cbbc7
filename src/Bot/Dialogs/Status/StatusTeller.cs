using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>
/// Tells how far a complaint has come, in the chat that filed it. Anywhere else a number gets one neutral sentence,
/// the same whether it exists or not, and only so often a day; a NIK gets one always.
/// </summary>
public sealed class StatusTeller(
    ComplaintQueries complaints, RepresentativeQueries representatives, StandingText standing, CountTry tries, DialogCatalogue dialogs, AreaCatalogue areas,
    AfterAnswerOptions after, WithdrawalOptions withdrawals, ComplaintLabels labels)
{
    /// <summary>Of a button that tells of one complaint.</summary>
    public const string One = "standing";

    private const string Path = "status";
    private const int Shown = 5;
    private const int DigitsOfNationalId = 16;

    public async Task TellAllAsync(Turn turn, CancellationToken cancellationToken)
    {
        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        switch (all)
        {
            case []:
                Say(turn, turn.Phrase("status.none"), turn.Option(Words.Report));
                break;
            case [var one]:
                await TellAsync(turn, one, cancellationToken);
                break;
            default:
                await TellSeveralAsync(turn, [.. all.Take(Shown)], cancellationToken);
                break;
        }
    }

    /// <returns>False where the text is no reference and does not try to be one.</returns>
    public async Task<bool> TellOneAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (!ReferenceCode.TryParse(text, out var reference))
        {
            var meant = ReferenceCode.LooksLike(text);
            if (meant)
            {
                Say(turn, turn.Phrase("refusal.reference_invalid"));
            }

            return meant;
        }

        if (await FindAsync(turn, reference, cancellationToken) is { } complaint)
        {
            await TellAsync(turn, complaint, cancellationToken);
        }

        return true;
    }

    /// <summary>Complaints are never found by a NIK: whether one is known here must not be seen.</summary>
    /// <returns>False where the text is no NIK.</returns>
    public bool TryRefuseNationalId(Turn turn, string text)
    {
        var isNationalId = text.Count(char.IsAsciiDigit) == DigitsOfNationalId
            && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '-');
        if (isNationalId)
        {
            Say(turn, turn.Phrase("status.not_by_nik"));
        }

        return isNationalId;
    }

    /// <summary>A complaint of this chat.</summary>
    /// <returns>Null where there is none; the resident has been told the neutral sentence then.</returns>
    public async Task<Complaint?> FindAsync(Turn turn, string reference, CancellationToken cancellationToken)
    {
        var complaint = await complaints.OfReferenceInConversationAsync(reference, turn.Conversation.Id, cancellationToken);
        if (complaint is null)
        {
            var mayTry = await tries.DoAsync(TryKind.Reference, turn.Conversation, turn.Context.By, cancellationToken);
            Say(turn, turn.Phrase(mayTry.Value ? "status.not_here" : "status.too_many_tries"));
        }

        return complaint;
    }

    /// <summary>At rest the answer has buttons of its own; in the middle of something it is said apart, and the question returns.</summary>
    public void Say(Turn turn, string text, params Option[] options)
    {
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn))
        {
            turn.Show(Path, new Prompt(text).With(options).With(turn.Option(Words.Menu)) with { Keeps = [Words.Status] });
            return;
        }

        turn.SayApart(text);
        dialog.Show(turn);
    }

    private async Task TellAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        if (!await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken))
        {
            Say(turn, await standing.OfAsync(turn, complaint, cancellationToken), turn.OptionAbout(Words.Agreed, complaint.Reference));
            return;
        }

        var today = LocalDay.Of(turn.Context.Now, areas.ZoneOf(complaint.VillageCode));
        var options = new List<Option>();
        if (complaint.IsPast(today) && complaint.RaisedAt is null)
        {
            options.Add(turn.OptionAbout(RaiseWord.Key, complaint.Reference));
        }

        options.AddRange(After(turn, complaint));
        if (complaint.StatusType != StatusType.Settled)
        {
            options.Add(turn.OptionAbout(Words.Add, complaint.Reference));
        }

        options.Add(turn.OptionAbout(HistoryWord.Key, complaint.Reference));
        if (WithdrawComplaint.IsOpenTo(complaint))
        {
            options.Add(turn.OptionAbout(Words.WithdrawReport, complaint.Reference));
        }
        else if (withdrawals.MayUndo(complaint, turn.Context.Now))
        {
            options.Add(turn.OptionAbout(Words.UndoWithdrawal, complaint.Reference));
        }

        Say(turn, await standing.OfAsync(turn, complaint, cancellationToken), [.. options]);
    }

    /// <summary>What may be said of help that was announced.</summary>
    private IEnumerable<Option> After(Turn turn, Complaint complaint)
    {
        if (AfterAnswerOptions.Awaits(complaint) && after.MayReopen(complaint, turn.Context.Now))
        {
            return new[] { "received.yes", "received.partly", "received.no" }.Select(key => turn.OptionAbout(key, complaint.Reference));
        }

        return after.MayReopen(complaint, turn.Context.Now) ? [turn.OptionAbout(Words.Reopen, complaint.Reference)] : [];
    }

    /// <summary>Each with what it is about, which people remember; numbers they do not.</summary>
    private async Task TellSeveralAsync(Turn turn, IReadOnlyList<Complaint> among, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var complaint in among)
        {
            lines.Add(Line(turn, complaint, lines.Count + 1, await labels.AboutAsync(turn, complaint, cancellationToken)));
        }

        Say(
            turn, string.Join('\n', lines.Append(turn.Phrase("standing.which"))),
            [.. await labels.ButtonsAsync(turn, One, among, cancellationToken)]);
    }

    private string Line(Turn turn, Complaint complaint, int number, string about) => turn.Phrase(
        "standing.line",
        ("number", number),
        ("about", about),
        ("reference", complaint.Reference),
        ("date", turn.ShortDate(LocalDay.Of(complaint.LodgedAt, areas.ZoneOf(complaint.VillageCode)))),
        ("status", turn.Phrase($"told.{Codes.Of(complaint.Status)}")));
}
