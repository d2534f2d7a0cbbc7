using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// Where every query about messages that went wrong begins: those of chats in the reader's areas. A message lies where its chat
/// last spoke of; where that is not known, in the installation's own regency.
/// </summary>
public sealed class MessageScope(SlrtDbContext db, AreaCatalogue areas)
{
    // Codes nest by prefix, and are digits and dots alone.
    public IQueryable<InboundMessage> Inbound(StaffScope scope, string permission)
    {
        var (within, home) = (scope.AreasFor(permission).ToArray(), areas.HomeRegency);
        return db.InboundMessages.Where(m => within.Any(area => EF.Functions.Like(
            db.Conversations.Where(c => c.AddressIndex == m.AddressIndex).Select(c => c.VillageCode).FirstOrDefault() ?? home, area + "%")));
    }

    public IQueryable<OutboundMessage> Outbound(StaffScope scope, string permission)
    {
        var (within, home) = (scope.AreasFor(permission).ToArray(), areas.HomeRegency);
        return db.OutboundMessages.Where(m => within.Any(area => EF.Functions.Like(
            db.Conversations.Where(c => c.Id == m.ConversationId).Select(c => c.VillageCode).FirstOrDefault() ?? home, area + "%")));
    }
}
