using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Conversations;

/// <summary>The PIN that a chat asks for before it shows anything personal; or none any more.</summary>
public sealed class ChoosePin(FieldCipher cipher, PinOptions options, AuditTrail audit)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="hash">As <see cref="PinHash.Make"/> gives it; null to remove the PIN.</param>
    public Task<Outcome<Done>> DoAsync(Conversation conversation, byte[]? hash, Provenance by, CancellationToken cancellationToken)
    {
        conversation.Pin = hash is null ? null : cipher.SealBytes(hash, "conversation", conversation.Id, "pin");
        conversation.PinOpenUntil = hash is null ? null : by.At.AddMinutes(options.OpenMinutes);
        audit.Record(by, hash is null ? "conversation.pin_removed" : "conversation.pin_set", "conversation", conversation.Id);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
