using System.Globalization;
using SlrtBot.Core.Villages;

namespace SlrtBot.Console.Pages.Villages;

/// <summary>What every form about a village holds, as it is typed.</summary>
public abstract record VillageForm
{
    /// <summary>A day as a browser sends it.</summary>
    public string? Day { get; set; }

    public string? Reason { get; set; }

    /// <returns>Null where there is none, or none that can be read.</returns>
    public DateOnly? Date => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

public sealed record RenameForm : VillageForm
{
    public string? Name { get; set; }
}

public sealed record PointForm : VillageForm
{
    public string? Pin { get; set; }
}

/// <summary>A form with consequences: they are shown first, and then it is sent once more.</summary>
public abstract record FarReachingForm : VillageForm
{
    /// <summary>Ids of roles that go along.</summary>
    public List<Guid> Roles { get; set; } = [];

    /// <summary>The consequences were seen.</summary>
    public bool Sure { get; set; }

    public string? Successor { get; set; }
}

public sealed record EndForm : FarReachingForm
{
    public EndVillageInput ToInput(VillageSeen seen) => new(seen, Successor, Date, Roles, Reason);
}

public sealed record SplitForm : FarReachingForm
{
    public List<string?> Codes { get; set; } = [];

    public List<string?> Names { get; set; } = [];

    public bool GoesOn { get; set; }

    public IEnumerable<NewVillage> New => Enumerable.Range(0, SplitVillage.Most).Select(i => new NewVillage(Codes.ElementAtOrDefault(i), Names.ElementAtOrDefault(i)));

    public SplitVillageInput ToInput(VillageSeen seen) => new(seen, [.. New], GoesOn, Successor, Date, Roles, Reason);
}

public sealed record TakeBackForm : VillageForm
{
    public Guid Decision { get; set; }
}
