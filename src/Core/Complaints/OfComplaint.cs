namespace SlrtBot.Core.Complaints;

/// <summary>
/// Hangs on a complaint: lies where it lies, and is as delicate, so that whoever sees the one sees the other. The columns are its own, so
/// that scope needs no join.
/// </summary>
public abstract class OfComplaint : IDelicate
{
    /// <summary>Whose it is; says all that decides who may see it.</summary>
    public required Complaint Complaint
    {
        init
        {
            ComplaintId = value.Id;
            LieAs(ComplaintKey.Of(value));
        }
    }

    public Guid ComplaintId { get; private init; }

    public string RegencyCode { get; private set; } = "";

    public string DistrictCode { get; private set; } = "";

    public string VillageCode { get; private set; } = "";

    public bool IsSensitive { get; private set; }

    public Concern? Concerns { get; private set; }

    public Guid? ConcernsStaffId { get; private set; }

    public string? Recused { get; private set; }

    /// <summary>The complaint lies elsewhere, is delicate now or no longer, or is kept from somebody.</summary>
    public void LieAs(ComplaintKey complaint)
    {
        (RegencyCode, DistrictCode, VillageCode) = (complaint.RegencyCode, complaint.DistrictCode, complaint.VillageCode);
        (IsSensitive, Concerns, ConcernsStaffId, Recused) = (complaint.IsSensitive, complaint.Concerns, complaint.ConcernsStaffId, complaint.Recused);
    }
}
