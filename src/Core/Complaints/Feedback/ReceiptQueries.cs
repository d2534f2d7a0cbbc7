using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Feedback;

/// <summary>Who has said whether the help came, where several chats hear of one complaint.</summary>
public sealed class ReceiptQueries(SlrtDbContext db, RepresentativeQueries representatives, AfterAnswerOptions options)
{
    private static readonly FeedbackKind[] Answers = [FeedbackKind.Received, FeedbackKind.Partly, FeedbackKind.NotReceived];

    /// <summary>The complaint has its answer, and it came from another chat than this one.</summary>
    public async Task<bool> IsAnsweredElsewhereAsync(Complaint complaint, Guid chat, CancellationToken cancellationToken)
    {
        if (complaint.Confirmation is not (Confirmation.Received or Confirmation.Partly or Confirmation.NotReceived))
        {
            return false;
        }

        var answerer = await db.ComplaintFeedback.Where(f => f.ComplaintId == complaint.Id && Answers.Contains(f.Kind))
            .OrderByDescending(f => f.Id).Select(f => (Guid?)f.ConversationId).FirstOrDefaultAsync(cancellationToken);
        return answerer is not null && answerer != chat;
    }

    /// <summary>
    /// Of these, those about which this chat was asked, be it with the news that a partner has answered, and which wait for an
    /// answer, or had one elsewhere in the last days.
    /// </summary>
    public async Task<IReadOnlyList<Complaint>> AskedAsync(
        IEnumerable<Complaint> complaints, Guid chat, DateTime now, CancellationToken cancellationToken)
    {
        var asked = new List<Complaint>();
        foreach (var complaint in complaints.Where(c => c.Asked > 0 || c.Status == ComplaintStatus.Answered))
        {
            var waits = AfterAnswerOptions.Awaits(complaint)
                || (complaint.ConfirmedAt?.AddDays(options.CloseAfterDays) > now && await IsAnsweredElsewhereAsync(complaint, chat, cancellationToken));
            if (waits && await representatives.SpeaksForAsync(complaint, chat, cancellationToken))
            {
                asked.Add(complaint);
            }
        }

        return asked;
    }
}
