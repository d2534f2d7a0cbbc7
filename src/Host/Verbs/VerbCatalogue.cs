namespace SlrtBot.Host.Verbs;

/// <summary>Every verb of the program; the help lists them in this order.</summary>
internal static class VerbCatalogue
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        Migrate.Verb,
        FillInDemo.Verb,
        PrintSchema.Verb,
        ImportAreaLists.Verb,
        AddStaff.Verb,
        ImportStaffList.Verb,
        GiveStaffLink.Verb,
        UnlinkStaff.Verb,
        RetireStaff.Verb,
        ListStaff.Verb,
        ImportPartnerList.Verb,
        ImportRegistryList.Verb,
        SetUpTelegramBot.Verb,
        PrintPoster.Verb,
        ClassifyLines.Verb,
        BackUp.Verb,
        Restore.Verb,
        VerifyData.Verb,
    ];
}
