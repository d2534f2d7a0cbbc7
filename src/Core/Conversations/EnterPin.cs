using System.Globalization;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// Somebody types a chat's PIN. The right one opens it for some minutes; after five wrong ones nothing is compared any
/// more until tomorrow, so that four digits cannot be found by trying.
/// </summary>
public sealed class EnterPin(CountTry tries, FieldCipher cipher, PinOptions options, AuditTrail audit)
{
    private const string Table = "conversation";

    /// <param name="conversation">Tracked; it has a PIN.</param>
    /// <returns>Refused with <c>pin_wrong</c>, which says in <c>left</c> how often it may be tried today, or <c>pin_locked</c>.</returns>
    public async Task<Outcome<Done>> DoAsync(Conversation conversation, string pin, Provenance by, CancellationToken cancellationToken)
    {
        var left = await tries.LeftAsync(TryKind.Pin, conversation, by, cancellationToken);
        if (left == 0)
        {
            return Refusal.Conflict("pin_locked");
        }

        if (PinHash.Matches(cipher.OpenBytes(conversation.Pin!, Conversation.Table, conversation.Id, "pin"), pin))
        {
            conversation.PinOpenUntil = by.At.AddMinutes(options.OpenMinutes);
            await tries.ClearAsync(TryKind.Pin, conversation, cancellationToken);
            audit.Record(by, "conversation.pin_entered", Table, conversation.Id);
            return default(Done);
        }

        await tries.DoAsync(TryKind.Pin, conversation, by, cancellationToken);
        audit.Record(by, left == 1 ? "conversation.pin_locked" : "conversation.pin_wrong", Table, conversation.Id);
        return left == 1
            ? Refusal.Conflict("pin_locked")
            : new Refusal("pin_wrong")
            {
                Values = new Dictionary<string, string> { ["left"] = (left - 1).ToString(CultureInfo.InvariantCulture) },
            };
    }
}
