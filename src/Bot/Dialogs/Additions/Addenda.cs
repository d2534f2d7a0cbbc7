using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>What a person adds to complaints that are lodged: which there are, and what is said of it.</summary>
public sealed class Addenda(
    ComplaintQueries complaints, AddToComplaint add, StandingQueries standings, RepresentativeQueries representatives, ComplaintLabels labels,
    AfterAnswerOptions after, StatusTeller status, AddedNews news)
{
    private const int QuestionShown = 120;

    /// <summary>
    /// Newest first: what this chat speaks for and may still add to. Whoever could not be reached opens the complaint again by
    /// writing.
    /// </summary>
    public async Task<List<Complaint>> UnderWayAsync(Turn turn, CancellationToken cancellationToken)
    {
        var underWay = new List<Complaint>();
        foreach (var complaint in (await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken)).Where(c => MayTake(turn, c)))
        {
            if (await SpeaksForAsync(turn, complaint, cancellationToken))
            {
                underWay.Add(complaint);
            }
        }

        return underWay;
    }

    public Task<bool> SpeaksForAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken) =>
        representatives.SpeaksForAsync(complaint, turn.Conversation.Id, cancellationToken);

    /// <summary>Whether some complaint waits for the person whom it helps to agree that this chat hears of it.</summary>
    public async Task<bool> WaitForConsentAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var complaint in await UnderWayAsync(turn, cancellationToken))
        {
            if (!await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    public bool MayTake(Turn turn, Complaint complaint) => complaint.StatusType != StatusType.Settled
        || (complaint.Status == ComplaintStatus.Unreachable && after.MayReopen(complaint, turn.Context.Now));

    /// <summary>Joins it.</summary>
    /// <returns>What is to be said: that it was done and, where staff wait for another answer, that. Null where the complaint takes nothing more.</returns>
    public async Task<string?> JoinAsync(Turn turn, Complaint complaint, KeptMessages added, CancellationToken cancellationToken)
    {
        var isAnswer = complaint.Status == ComplaintStatus.NeedsInformation;
        var isReopened = complaint.Status == ComplaintStatus.Unreachable;
        var (need, urgencyBefore) = (news.PressingIn(added.Text), complaint.Urgency);
        if (!(await add.DoAsync(complaint.Id, added with { IsPressing = need is not null }, turn.Context.By, cancellationToken)).Succeeded)
        {
            return null;
        }

        if (added.Album is not null)
        {
            turn.StoreKept(turn.Kept() with { Album = added.Album, AlbumOf = complaint.Id });
        }

        var other = await OtherQuestionAsync(turn, complaint, cancellationToken);
        var isHastened = !isAnswer && complaint.StatusType == StatusType.Open && urgencyBefore < Urgency.Urgent && complaint.Urgency >= Urgency.Urgent && need is not null;
        var told = turn.Phrase(
            isReopened ? "addendum.reopened" : isHastened ? "addendum.pressing" : !isAnswer ? "addendum.added" : other is null ? "question.answered" : "question.forwarded",
            ("reference", complaint.Reference), ("date", complaint.PromiseOn));
        told = need is null ? told : $"{told} {ReceiptStep.Until(turn, need)}";
        return other is null ? told : $"{told}\n\n{other}";
    }

    /// <inheritdoc cref="JoinAsync(Turn, Complaint, KeptMessages, CancellationToken)"/>
    public async Task<string?> JoinAsync(Turn turn, Guid complaintId, KeptMessages added, CancellationToken cancellationToken) =>
        await FindAsync(turn, complaintId, cancellationToken) is { } complaint
            ? await JoinAsync(turn, complaint, added, cancellationToken)
            : null;

    /// <returns>Null where this chat has none of that id.</returns>
    public async Task<Complaint?> FindAsync(Turn turn, Guid complaintId, CancellationToken cancellationToken) =>
        (await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken)).Find(c => c.Id == complaintId);

    /// <summary>
    /// Nothing can be added from here, or any more; what waits goes on waiting, so that it need not be written again.
    /// </summary>
    public async Task SayRefusedAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        if (await SpeaksForAsync(turn, complaint, cancellationToken))
        {
            SaySettled(turn, complaint);
        }
        else
        {
            status.Say(turn, turn.Phrase("refused.only_hears", ("reference", complaint.Reference)), Otherwise(turn));
        }
    }

    /// <summary>Why nothing more can be added, where the resident was adding just now.</summary>
    public async Task<string> WhyNotAsync(Turn turn, Guid complaintId, string reference, CancellationToken cancellationToken)
    {
        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        var speaks = all.Find(c => c.Id == complaintId) is { } complaint && await SpeaksForAsync(turn, complaint, cancellationToken);
        return turn.Phrase(speaks ? "adding.settled" : "refused.only_hears", ("reference", reference));
    }

    private void SaySettled(Turn turn, Complaint complaint)
    {
        var mayReopen = after.MayReopen(complaint, turn.Context.Now);
        var label = turn.Phrase($"told.{Core.Kernel.Codes.Of(complaint.Status)}");
        var told = turn.Phrase(
            mayReopen ? "addendum.settled" : "addendum.settled.final", ("reference", complaint.Reference), ("status", label));
        Option[] options = mayReopen ? [turn.OptionAbout(Words.Reopen, complaint.Reference)] : [];
        status.Say(turn, told, [.. options, Otherwise(turn)]);
    }

    private static Option Otherwise(Turn turn) => turn.Kept().IsEmpty ? turn.Option(Words.Report) : AddendumQuestion.Anew(turn);

    /// <summary>What staff asked, cut to a reminder; no more than that they did to a chat that hears the status alone.</summary>
    public async Task<string> QuestionOfAsync(Turn turn, Complaint complaint, int most, CancellationToken cancellationToken) =>
        await representatives.ReadsAllAsync(complaint, turn.Conversation.Id, cancellationToken)
            && (await standings.OfAsync(complaint, cancellationToken)).Question is { } asked
                ? turn.Phrase("question.quoted", ("text", StandingText.Reminder(asked, most)))
                : turn.Phrase("question.unquoted");

    private async Task<string?> OtherQuestionAsync(Turn turn, Complaint answered, CancellationToken cancellationToken)
    {
        var other = (await UnderWayAsync(turn, cancellationToken))
            .FindLast(c => c.Status == ComplaintStatus.NeedsInformation && c.Id != answered.Id);
        return other is null ? null : turn.Phrase(
            "question.also", ("reference", other.Reference), ("about", await labels.AboutAsync(turn, other, cancellationToken)),
            ("question", await QuestionOfAsync(turn, other, QuestionShown, cancellationToken)));
    }
}
