using System.Text.Json;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Audit;

/// <summary>Writes audit lines into the unit at hand: they are stored with their cause, or not at all.</summary>
public sealed class AuditTrail(SlrtDbContext db)
{
    /// <param name="data">An anonymous object of codes and ids; never names, numbers of people or their words.</param>
    public void Record(Provenance by, string verb, string subjectType, Guid subjectId, object? data = null) =>
        db.Add(new AuditAct
        {
            Id = SequentialId.Next(by.At),
            At = by.At,
            ActorKind = by.Kind,
            ActorId = by.ActorId,
            Door = by.Door,
            Verb = verb,
            SubjectType = subjectType,
            SubjectId = subjectId,
            Reason = by.Reason,
            Data = data is null ? null : JsonSerializer.Serialize(data),
        });
}
