namespace SlrtBot.Core.Demo;

/// <summary>A made-up person.</summary>
/// <param name="Phone">E.164 with the prefix 0840, which no operator has been given.</param>
/// <param name="NationalId">16 digits with a day of birth that no calendar has.</param>
public sealed record DemoPerson(string Name, string Phone, string NationalId, string Address);

public static class DemoPeople
{
    /// <summary>Days 32 to 39, and 72 to 79 for women: the form of a NIK that cannot be one.</summary>
    private const int FirstImpossibleDay = 32;
    private const int WomanOffset = 40;

    /// <param name="villageCode">Dotted code; the number is as if issued there.</param>
    public static DemoPerson Make(DemoRandom chance, string villageCode)
    {
        var woman = chance.Chance(0.58);
        var parts = DemoTexts.People;
        var day = FirstImpossibleDay + chance.Below(8) + (woman ? WomanOffset : 0);
        var issued = villageCode.Replace(".", "", StringComparison.Ordinal)[..6];
        return new DemoPerson(
            Name(chance, woman),
            $"+62840{chance.Below(100_000_000):D8}",
            $"{issued}{day}{1 + chance.Below(12):D2}{chance.Below(100):D2}{1 + chance.Below(9999):D4}",
            $"Kp. {chance.Pick(parts.Hamlets)} RT {1 + chance.Below(8):D2} RW {1 + chance.Below(15):D2}, {chance.Pick(parts.Landmarks)}");
    }

    public static string StaffName(DemoRandom chance) =>
        $"{chance.Pick(DemoTexts.People.Staff)} {chance.Pick(chance.Chance(0.5) ? DemoTexts.People.SecondMen : DemoTexts.People.SecondWomen)}";

    /// <summary>One in seven has a single name, as many people do.</summary>
    private static string Name(DemoRandom chance, bool woman)
    {
        var parts = DemoTexts.People;
        var first = chance.Pick(woman ? parts.Women : parts.Men);
        return chance.Chance(0.15) ? first : $"{first} {chance.Pick(woman ? parts.SecondWomen : parts.SecondMen)}";
    }
}
