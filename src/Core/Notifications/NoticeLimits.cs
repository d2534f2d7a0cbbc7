using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <summary>Section <c>Notices</c>: how often people hear from us unasked, news of a move aside.</summary>
/// <param name="DaysApart">Days between two of them about one complaint.</param>
/// <param name="MostPerDay">Of them to one person on one day.</param>
public sealed record NoticeOptions(int DaysApart, int MostPerDay)
{
    /// <exception cref="OptionsException">A setting is not a number from 1 to 100.</exception>
    public static NoticeOptions Read(IConfiguration configuration) =>
        new(Count(configuration, nameof(DaysApart)), Count(configuration, nameof(MostPerDay)));

    private static int Count(IConfiguration configuration, string key) => configuration[$"Notices:{key}"] switch
    {
        null => 3,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 100 => count,
        var text => throw new OptionsException($"Notices__{key}", $"'{text}' is not a number from 1 to 100; leave it out for 3"),
    };
}

/// <summary>
/// Reminders and questions that nobody waits for are kept apart: so many days for one complaint, so many a day for one
/// person; where it is not safe, nothing. News of a move is always told, and counts.
/// </summary>
public sealed class NoticeLimits(SlrtDbContext db, AreaCatalogue areas, NoticeOptions options)
{
    /// <summary>More cannot matter: they lie further back than any limit reaches.</summary>
    private const int LookedAt = 50;

    /// <returns>UTC; null where one may be sent now.</returns>
    public async Task<DateTime?> NextAsync(Conversation conversation, Complaint complaint, DateTime now, CancellationToken cancellationToken)
    {
        if (conversation.IsInDanger)
        {
            return now.AddDays(1);
        }

        var latest = await db.OutboundMessages
            .Where(m => m.ConversationId == conversation.Id && m.Kind == OutboundKind.Notice && m.State != OutboundState.Cancelled)
            .OrderByDescending(m => m.Id).Take(LookedAt)
            .Select(m => new { m.ComplaintId, At = m.NotBefore ?? m.CreatedAt }).ToListAsync(cancellationToken);
        var zone = areas.ZoneOf(complaint.VillageCode);
        var today = LocalDay.Of(now, zone);
        var apart = latest.Where(m => m.ComplaintId == complaint.Id).Select(m => m.At.AddDays(options.DaysApart)).DefaultIfEmpty(now).Max();
        if (apart > now)
        {
            return apart;
        }

        return latest.Count(m => LocalDay.Of(m.At, zone) == today) >= options.MostPerDay ? LocalDay.EndUtc(today, zone) : null;
    }
}
