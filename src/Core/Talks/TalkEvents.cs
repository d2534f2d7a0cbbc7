using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Talks;

/// <summary>A talk began, went on or ended: lists and open threads redraw.</summary>
/// <param name="Where">Area and sensitivity, under the conversation's id; no reference.</param>
public sealed record TalkChanged(Guid ConversationId, ComplaintKey Where, Provenance By) : IDomainEvent;

/// <summary>A talk is there that was not before: asked for, or taken over.</summary>
public sealed record TalkBegun(Guid TalkId, Guid ConversationId, Provenance By) : IDomainEvent;

/// <summary>An emergency that nobody has taken: those who may take it are told, at first and again.</summary>
public sealed record AlarmRaised(Guid TalkId, Provenance By) : IDomainEvent;

internal static class TalkPlace
{
    /// <summary>With which the dedupe keys of its alerts begin.</summary>
    public static string AlertKey(this Talk talk) => $"alarm:{talk.Id:N}:";

    public static ComplaintKey Place(this Talk talk) => new(
        talk.ConversationId, string.Empty, talk.RegencyCode, talk.DistrictCode ?? talk.RegencyCode, talk.Closest(),
        talk.IsSensitive);
}
