using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>
/// Writes to the chats that administrators have linked with their accounts, at any hour. A message over the channel that
/// is ill waits in the outbox until that is well again: another channel, and the console, tell it meanwhile.
/// </summary>
public sealed class TellAdministrators(SlrtDbContext db, Outbox outbox, PhraseBook phrases, AreaCatalogue areas)
    : IEventHandler<ChannelAlarmRaised>, IEventHandler<ChannelAlarmEnded>
{
    public Task HandleAsync(ChannelAlarmRaised happened, CancellationToken cancellationToken) =>
        TellAsync(happened.AlarmId, happened.By.At, language => phrases.Get(
            language, "alarm.chat",
            ("channel", phrases.Get(language, $"channel.{happened.Channel}")),
            ("what", phrases.Get(language, $"alarm.{Codes.Of(happened.Kind)}"))), cancellationToken);

    public Task HandleAsync(ChannelAlarmEnded happened, CancellationToken cancellationToken) => !happened.IsWell ? Task.CompletedTask
        : TellAsync(happened.AlarmId, happened.By.At, language => phrases.Get(
            language, "alarm.chat.ended", ("channel", phrases.Get(language, $"channel.{happened.Channel}"))), cancellationToken, "ended");

    private async Task TellAsync(Guid alarmId, DateTime now, Func<string, string> words, CancellationToken cancellationToken, string what = "raised")
    {
        var today = LocalDay.Of(now, areas.HomeZone);
        var chats = await (
            from chat in db.StaffChats
            join staff in db.StaffMembers on chat.StaffId equals staff.Id
            join role in db.StaffRoles on staff.Id equals role.StaffId
            join conversation in db.Conversations on chat.ConversationId equals conversation.Id
            where chat.UnlinkedAt == null && staff.IsActive && role.Role == Role.Administrator
            select new { Conversation = conversation, Role = role }).ToListAsync(cancellationToken);
        foreach (var chat in chats.Where(c => c.Role.HoldsOn(today)).Select(c => c.Conversation).DistinctBy(c => c.Id))
        {
            outbox.Enqueue(
                chat, new MessageContent(words(chat.Language)), OutboundKind.Notice, $"channel_alarm:{alarmId:N}:{what}:{chat.Id:N}", now);
        }
    }
}
