using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// The resident is told that somebody comes, on which day and part of it, who; that it was moved or does not take place; and that the report is
/// being completed. The moves of the complaint that come with it need no second message.
/// </summary>
public sealed class TellOfVisit(
    SlrtDbContext db, Outbox outbox, HearingChats chats, NoticeTime noticeTime, NeutralNews neutral, StaffQueries staff, AreaCatalogue areas, PhraseBook phrases)
    : IEventHandler<VisitPlanned>, IEventHandler<VisitRescheduled>, IEventHandler<VisitCancelled>, IEventHandler<VisitReturned>
{
    public Task HandleAsync(VisitPlanned happened, CancellationToken cancellationToken) =>
        TellAsync("notice.visit.planned", happened.VisitId, happened.By, cancellationToken);

    public Task HandleAsync(VisitRescheduled happened, CancellationToken cancellationToken) => TellAsync(
        happened.Reason == VisitReasons.NotHome ? "notice.visit.not_home" : "notice.visit.rescheduled", happened.VisitId, happened.By, cancellationToken);

    public Task HandleAsync(VisitCancelled happened, CancellationToken cancellationToken) =>
        TellAsync("notice.visit.cancelled", happened.VisitId, happened.By, cancellationToken);

    public Task HandleAsync(VisitReturned happened, CancellationToken cancellationToken) =>
        TellAsync("notice.visit.returned", happened.VisitId, happened.By, cancellationToken);

    private async Task TellAsync(string phrase, Guid visitId, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Visits.FindAsync([visitId], cancellationToken) is not { } visit
            || await db.Complaints.FindAsync([visit.ComplaintId], cancellationToken) is not { } complaint)
        {
            return;
        }

        var visitor = await staff.ScopeOfAsync(visit.VisitorId, LocalDay.Of(by.At, areas.ZoneOf(visit.VillageCode)), cancellationToken);
        foreach (var chat in (await chats.OfAsync(complaint, cancellationToken)).Where(c => !c.Conversation.IsInDanger))
        {
            outbox.Enqueue(
                chat.Conversation, chat.ReadsAll ? Content(phrase, chat, complaint, visit, visitor) : neutral.Of(chat, complaint), OutboundKind.Notice,
                $"visit:{visit.Id:N}:{phrase}:{by.At:yyyyMMddHHmmssfff}{chat.KeyEnd}", by.At, noticeTime.For(chat.Conversation, visit.VillageCode, by.At), complaint.Id);
        }
    }

    private MessageContent Content(string phrase, HearingChat chat, Complaint complaint, Visit visit, StaffScope? visitor)
    {
        var language = chat.Conversation.Language;
        var words = phrases.Get(
            language, phrase,
            ("reference", complaint.Reference), ("day", phrases.Date(language, visit.PlannedOn)), ("part", phrases.Get(language, $"notice.visit.part.{Codes.Of(visit.Part)}")),
            ("who", Who(language, visitor, complaint)));
        return new MessageContent(words)
        {
            Reference = complaint.Reference,
            // Whoever only hears cannot move it.
            Choices = visit.IsOpen && phrase != "notice.visit.returned" && chat.MayAnswer
                ? [Choice.Lasting($"visit.cannot.{complaint.Reference}", phrases.Get(language, "choice.visit.cannot"), ChoiceStyle.Plain)]
                : [],
        };
    }

    /// <summary>"Asep Contoh, Fasilitator".</summary>
    private string Who(string language, StaffScope? visitor, Complaint complaint)
    {
        var role = visitor?.Roles.Where(r => AreaCode.Contains(r.AreaCode, complaint.VillageCode) && Permission.OfRole[r.Role].Contains(Permission.VerifyComplaints))
            .Select(r => (Role?)r.Role).FirstOrDefault();
        return role is { } known ? $"{visitor!.Name}, {phrases.Get(language, $"role.{Codes.Of(known)}")}" : phrases.Get(language, "notice.visit.somebody");
    }
}
