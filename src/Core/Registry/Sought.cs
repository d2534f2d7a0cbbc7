namespace SlrtBot.Core.Registry;

/// <summary>Who is looked for, as far as that is known. Its text form shows nothing.</summary>
/// <param name="NationalId">16 digits.</param>
/// <param name="FamilyCard">16 digits.</param>
public sealed record Sought(string? NationalId, string? FamilyCard, string? Name, DateOnly? BornOn, string? VillageCode)
{
    /// <summary>Whether anything can be looked for by it: a number, or in a village a name or birth date.</summary>
    public bool IsEnough => NationalId is not null || FamilyCard is not null || (VillageCode is not null && (Name is not null || BornOn is not null));

    public override string ToString() => "(sought)";
}
