using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// Whether the key ring opens what the database holds: the oldest and the newest of what everybody has. A ring that
/// was lost and made anew, or that belongs to another installation, would seal new rows beside rows nobody can read.
/// </summary>
public sealed class CheckFieldKeys(SlrtDbContext db, FieldCipher cipher)
{
    public async Task<bool> FitAsync(CancellationToken cancellationToken)
    {
        var chats = db.Conversations.AsNoTracking();
        var complaints = db.Complaints.AsNoTracking();
        var messages = db.InboundMessages.AsNoTracking().Where(m => m.Payload != null);
        return
            Opens(await chats.OrderBy(c => c.Id).FirstOrDefaultAsync(cancellationToken), c => (c.Address, Conversation.Table, c.Id, "address"))
            && Opens(await chats.OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken), c => (c.Address, Conversation.Table, c.Id, "address"))
            && Opens(await complaints.OrderBy(c => c.Id).FirstOrDefaultAsync(cancellationToken), c => (c.Story, Complaint.Table, c.Id, "story"))
            && Opens(await complaints.OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken), c => (c.Story, Complaint.Table, c.Id, "story"))
            && Opens(await messages.OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellationToken), m => (m.Payload!, InboundMessage.Table, m.Id, "payload"));
    }

    private bool Opens<T>(T? row, Func<T, (Sealed Value, SealedTable Table, Guid Row, string Column)> place)
        where T : class
    {
        if (row is null)
        {
            return true;
        }

        try
        {
            var (value, table, id, column) = place(row);
            CryptographicOperations.ZeroMemory(cipher.OpenBytes(value, table, id, column));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
