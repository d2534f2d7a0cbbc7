using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <summary>A talk began, went on or ended: lists and open threads redraw.</summary>
/// <param name="Where">Area and sensitivity, under the conversation's id; no reference.</param>
public sealed record HandoverChanged(Guid ConversationId, ComplaintKey Where, Provenance By) : IDomainEvent;

/// <summary>A talk is there that was not before: asked for, or taken over.</summary>
public sealed record HandoverBegun(Guid HandoverId, Guid ConversationId, Provenance By) : IDomainEvent;

/// <summary>An emergency that nobody has taken: those who may take it are told, at first and again.</summary>
public sealed record AlarmRaised(Guid HandoverId, Provenance By) : IDomainEvent;

internal static class HandoverPlace
{
    public static ComplaintKey Place(this Handover handover) => new(
        handover.ConversationId, string.Empty, handover.RegencyCode, handover.DistrictCode ?? handover.RegencyCode, handover.Closest(),
        handover.IsSensitive);
}
