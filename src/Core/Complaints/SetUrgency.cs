using System.Text.Json;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>Staff set how urgent a complaint is: a line of its history, read from the audit.</summary>
/// <param name="Id">Of the audit's line.</param>
/// <param name="NoteId">The note that says why; null where none was written.</param>
public sealed record SetUrgency(Guid Id, Urgency From, Urgency To, Guid? NoteId, Guid? StaffId, DateTime At)
{
    /// <param name="act">Of <see cref="ClassifyComplaint"/>.</param>
    /// <returns>Null where it left the urgency as it was.</returns>
    public static SetUrgency? Of(AuditAct act)
    {
        using var data = JsonDocument.Parse(act.Data ?? "{}");
        return Read(data, "urgency_from") is { } from && Read(data, "urgency_to") is { } to && from != to
            ? new SetUrgency(act.Id, from, to, Note(data), act.ActorId, act.At)
            : null;
    }

    private static Urgency? Read(JsonDocument data, string name) =>
        data.RootElement.TryGetProperty(name, out var code) && Codes.TryParse<Urgency>(code.GetString(), out var urgency) ? urgency : null;

    private static Guid? Note(JsonDocument data) =>
        data.RootElement.TryGetProperty("note", out var id) && id.ValueKind == JsonValueKind.String ? id.GetGuid() : null;
}
