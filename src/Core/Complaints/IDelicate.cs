using SlrtBot.Core.Areas;

namespace SlrtBot.Core.Complaints;

/// <summary>What some of those who may read in its area may not see: a sensitive class, or about an official. Who may: docs/adr/0008.</summary>
public interface IDelicate : IPlaced
{
    /// <summary>Only for those who hold <c>sensitive.read</c>.</summary>
    bool IsSensitive { get; }

    /// <summary>Whom of ours it is about; null for all others. Always sensitive.</summary>
    Concern? Concerns { get; }

    /// <summary>The colleague who is named in it, where that is certain.</summary>
    Guid? ConcernsStaffId { get; }

    /// <summary>Who has stepped aside from it: see <see cref="Recusals"/>; null where nobody has.</summary>
    string? Recused { get; }
}
