using SlrtBot.Core.Language;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Lodging;

/// <summary>Who wrote from a chat before, to be confirmed rather than asked again.</summary>
/// <param name="Name">Null where several people write from the chat: whose name would be read by another is not shown.</param>
/// <param name="Phone">E.164.</param>
public sealed record KnownContact(string? Name, string? Phone);

/// <summary>Reads it from the complaints that the chat has filed.</summary>
public sealed class KnownContacts(FieldCipher cipher)
{
    /// <param name="complaints">Of the chat, newest first.</param>
    /// <returns>Null where nobody has said a name or number yet.</returns>
    public KnownContact? Of(IEnumerable<Complaint> complaints, Guid chat)
    {
        var filed = complaints.Where(c => c.ConversationId == chat && c.AssistedBy is null).ToList();
        var names = filed.Select(c => cipher.OpenOptional(c.ReporterName, Complaint.Table, c.Id, "reporter_name")).OfType<string>()
            .DistinctBy(TextFolding.Fold).Take(2).ToList();
        var phone = filed.Select(c => cipher.OpenOptional(c.Phone, Complaint.Table, c.Id, "phone")).OfType<string>().FirstOrDefault();
        var name = names is [var only] ? only : null;
        return name is null && phone is null ? null : new KnownContact(name, phone);
    }
}
