using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Operations;

/// <summary>
/// Shows the words of a parked message to somebody who has to decide what becomes of it; that they looked is stored
/// first. What the chat has said before decides who may: where it lies, and whether anything in it is kept from the reader.
/// </summary>
public sealed class RevealParked(SlrtDbContext db, MessageScope messages, FieldCipher cipher, AuditTrail audit)
{
    private static readonly string[] Words = ["text", "caption"];

    public async Task<Outcome<string>> DoAsync(Guid messageId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.RevealMessages))
        {
            return Refusal.Forbidden();
        }

        var message = await messages.Inbound(actor, Permission.RevealMessages).AsNoTracking()
            .SingleOrDefaultAsync(m => m.Id == messageId && m.State == InboundState.Parked, cancellationToken);
        if (message is null)
        {
            return Refusal.NotFound();
        }

        if (!await IsOpenAsync(message.AddressIndex, actor, cancellationToken))
        {
            return Refusal.Forbidden();
        }

        audit.Record(by, "message.revealed", "inbound_message", message.Id);
        return message.Payload is { } payload
            ? LinkDefanging.Of(Find(cipher.OpenBytes(payload, InboundMessage.Table, message.Id, "payload")))
            : string.Empty;
    }

    /// <summary>A chat that never got as far as a conversation holds nothing yet that could be kept from anybody.</summary>
    private async Task<bool> IsOpenAsync(byte[] address, StaffScope actor, CancellationToken cancellationToken)
    {
        var chat = await db.Conversations.Where(c => c.AddressIndex == address).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        return chat is not { } known || await db.IsChatOpenAsync(known, actor, Permission.ReadComplaints, cancellationToken);
    }

    /// <summary>The channels' payloads differ; what a person typed is called by one of two names in all of them.</summary>
    private static string Find(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return string.Join("\n", Texts(json.RootElement).Distinct());
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
            Words.Contains(p.Name.ToLowerInvariant()) && p.Value.ValueKind == JsonValueKind.String ? [p.Value.GetString()!] : Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
