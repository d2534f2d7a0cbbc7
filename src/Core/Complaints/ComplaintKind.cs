namespace SlrtBot.Core.Complaints;

/// <summary>SLRT's own three kinds of what residents bring; labels are <c>complaint_kind.{code}</c> in the catalogues.</summary>
public enum ComplaintKind
{
    Question,
    Suggestion,
    Complaint,
}
