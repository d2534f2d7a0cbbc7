namespace SlrtBot.Core.Areas;

/// <summary>Areas with the word for their kind, as Indonesian letters write them in every language.</summary>
public static class AreaTitle
{
    public static string Of(Area area) => area switch
    {
        { Kind: VillageKind.Kelurahan } => $"Kel. {area.Name}",
        { Kind: VillageKind.Desa or VillageKind.DesaAdat } => $"Desa {area.Name}",
        { Level: AreaLevel.District } => $"Kec. {area.Name}",
        _ => area.Name,
    };
}
