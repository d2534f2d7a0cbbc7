namespace SlrtBot.Core.Complaints;

/// <summary>Lies where its complaint lies, and is as delicate: whoever sees the one sees the other.</summary>
public interface IOfComplaint : IDelicate
{
    Guid ComplaintId { get; }

    /// <summary>The complaint lies elsewhere, is delicate now or no longer, or is kept from somebody.</summary>
    void LieAs(ComplaintKey complaint);
}
