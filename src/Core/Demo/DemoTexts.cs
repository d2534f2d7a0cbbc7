using System.Text.Json;

namespace SlrtBot.Core.Demo;

/// <summary>Parts of stories: everything in it is made up for the demo, in the way residents write.</summary>
public sealed record StoryParts(
    IReadOnlyList<string> Greetings,
    IReadOnlyList<string> Feelings,
    IReadOnlyList<string> Closings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Slots,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Shortened,
    IReadOnlyList<CategoryParts> Categories);

/// <summary>What the demo knows about a category: how often it comes, what it says, where it goes.</summary>
/// <param name="Weight">Against the other categories.</param>
/// <param name="Programme">What it is referred for; null where it depends.</param>
/// <param name="Urgent">Share that is urgent, 0 to 1; null where it is the ordinary one.</param>
/// <param name="Emergencies">Share that is an emergency, 0 to 1; the rest is urgent. Null where there is none.</param>
public sealed record CategoryParts(
    string Code,
    double Weight,
    string? Programme,
    double? Urgent,
    double? Emergencies,
    IReadOnlyList<string> Leads,
    IReadOnlyList<string> Details);

/// <summary>Parts of names and addresses; no combination is meant to be anybody.</summary>
public sealed record PeopleParts(
    IReadOnlyList<string> Men,
    IReadOnlyList<string> Women,
    IReadOnlyList<string> SecondMen,
    IReadOnlyList<string> SecondWomen,
    IReadOnlyList<string> Staff,
    IReadOnlyList<string> Hamlets,
    IReadOnlyList<string> Landmarks);

/// <param name="Services">Category codes, separated by spaces.</param>
/// <param name="Days">Working days until it usually answers.</param>
public sealed record PartnerPart(string Code, string Name, string Kind, string Services, int Days);

/// <summary>The word lists of the demo, from the files embedded beside this one.</summary>
public static class DemoTexts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static StoryParts Stories { get; } = Read<StoryParts>("stories");

    /// <exception cref="KeyNotFoundException">The demo knows nothing about the category.</exception>
    public static CategoryParts Of(string categoryCode) => ByCode[categoryCode];

    public static PeopleParts People { get; } = Read<PeopleParts>("people");

    /// <summary>What staff, partners and residents say while a complaint goes its way, by occasion.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Replies { get; } =
        Read<Dictionary<string, IReadOnlyList<string>>>("replies");

    public static IReadOnlyList<PartnerPart> Partners { get; } = Read<List<PartnerPart>>("partners");

    private static readonly Dictionary<string, CategoryParts> ByCode = Stories.Categories.ToDictionary(c => c.Code, StringComparer.Ordinal);

    private static T Read<T>(string name)
    {
        using var stream = typeof(DemoTexts).Assembly.GetManifestResourceStream($"SlrtBot.Core.Demo.{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
