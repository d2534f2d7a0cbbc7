using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <param name="Address">The chat's id at the channel.</param>
/// <param name="Language">Null: the person has not chosen one.</param>
public sealed record FirstContact(InboundMessage Message, string Address, string? Language);

/// <summary>Somebody writes for the first time.</summary>
public sealed class BeginConversation(SlrtDbContext db, FieldCipher cipher)
{
    /// <param name="now">UTC.</param>
    public Conversation Of(FirstContact contact, DateTime now)
    {
        var id = SequentialId.Next(now);
        var conversation = new Conversation
        {
            Id = id,
            Channel = contact.Message.Channel,
            AddressIndex = contact.Message.AddressIndex,
            Address = cipher.Seal(contact.Address, Conversation.Table, id, "address"),
            Language = contact.Language ?? PhraseBook.Fallback,
            CreatedAt = now,
        };
        db.Add(conversation);
        return conversation;
    }
}
