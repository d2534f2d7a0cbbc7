namespace SlrtBot.Core.Complaints;

public enum CategoryType
{
    Membership,
    Programme,
    Information,
    Need,
    Other,
}

/// <summary>
/// One kind of complaint, and everything that depends on which it is: no other file asks for a category by its code.
/// What offices have settled of it is in <see cref="CategoryTerms"/>; these are the terms of the program.
/// Labels are <c>category.{code}</c> in the catalogues.
/// </summary>
/// <param name="PromiseDays">Working days until the first answer (docs/domain.md, "Time limits").</param>
public sealed record ComplaintCategory(string Code, CategoryType Type, int PromiseDays)
{
    public static IReadOnlyList<ComplaintCategory> All { get; } =
    [
        new("K1", CategoryType.Membership, 5) { NeedsIdentity = true, IsAidMissed = true },
        new("K2", CategoryType.Membership, 5) { NeedsIdentity = true, IsAidMissed = true, IsPressing = true },
        new("K3", CategoryType.Membership, 14) { IsSensitive = true },
        new("K4", CategoryType.Membership, 5) { NeedsIdentity = true },
        new("K5", CategoryType.Membership, 14) { NeedsIdentity = true, Home = "data" },
        new("P1", CategoryType.Programme, 5) { NeedsIdentity = true },
        new("P2", CategoryType.Programme, 3) { IsSensitive = true, IsAboutOfficial = true, IsPressing = true },
        new("P3", CategoryType.Programme, 5) { NeedsIdentity = true },
        new("P4", CategoryType.Programme, 5),
        new("P5", CategoryType.Programme, 5) { IsSensitive = true, IsAboutOfficial = true },
        new("P6", CategoryType.Information, 3),
        new("N1", CategoryType.Need, 3) { NeedsIdentity = true, IsDangerous = true, Danger = DangerKind.Illness, IsPressing = true },
        new("N2", CategoryType.Need, 5),
        new("N3", CategoryType.Need, 14) { IsPressing = true },
        new("N4", CategoryType.Need, 14),
        new("N5", CategoryType.Need, 5),
        new("N6", CategoryType.Need, 1) { IsDangerous = true, IsPressing = true },
        new("N7", CategoryType.Need, 1) { IsDangerous = true, Danger = DangerKind.Hunger, IsPressing = true },
        new("N8", CategoryType.Need, 1) { IsSensitive = true, IsDangerous = true, Danger = DangerKind.Violence, IsPressing = true },
        new("N9", CategoryType.Need, 1) { IsDangerous = true, Danger = DangerKind.Disaster, IsPressing = true },
        new("N10", CategoryType.Need, 14),
        new("O1", CategoryType.Other, 3),
        new("O2", CategoryType.Other, 3) { IsEmpty = true },
    ];

    /// <summary>The first level in chat: at most eight groups in the resident's words, <c>category_group.{code}</c>.</summary>
    public static IReadOnlyList<(string Code, IReadOnlyList<string> Categories)> Groups { get; } =
    [
        ("money_and_food", ["K1", "K2", "K3", "P1", "P3", "P4"]),
        ("health", ["K2", "K5", "N1"]),
        ("school", ["N2"]),
        ("house", ["N3"]),
        ("neglected", ["N6"]),
        ("data", ["K4", "K5", "N5"]),
        ("officials", ["P2", "P5", "N8"]),
        ("other", ["N4", "N7", "N9", "N10", "P6", "O1"]),
    ];

    /// <summary>Aid was cut, or money asked for: what residents report straight from the menu.</summary>
    public static ComplaintCategory Extortion { get; } = Get("P2");

    /// <summary>Where nobody chose a heading and no words suggest one.</summary>
    public static ComplaintCategory Unsorted { get; } = Get("N10");

    /// <summary>Says nothing: a trial, a greeting, a slip of the thumb.</summary>
    public static ComplaintCategory Empty { get; } = All.Single(c => c.IsEmpty);

    /// <summary>Shown only to people who hold <c>sensitive.read</c>.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether a NIK is worth asking for.</summary>
    public bool NeedsIdentity { get; init; }

    /// <summary>Illness, neglect, hunger, violence, disaster: elsewhere words of danger are figures of speech, or papers.</summary>
    public bool IsDangerous { get; init; }

    /// <summary>What threatens there, where the words themselves do not say it.</summary>
    public DangerKind Danger { get; init; }

    /// <summary>A complaint of another category waits, whatever words it takes: no training line of theirs is urgent.</summary>
    public bool IsPressing { get; init; }

    /// <summary>May be about one of ours, who then must not see it (docs/domain.md, "Nobody judges their own case").</summary>
    public bool IsAboutOfficial { get; init; }

    /// <summary>Aid never came or came no longer: "why do I not receive it" has its usual reasons.</summary>
    public bool IsAidMissed { get; init; }

    /// <summary>Nothing to work on; not offered in chat.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether residents may choose it in chat; staff choose among all.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>The way out, the trial, the path of extortion, help in danger: always offered where it is at all.</summary>
    public bool IsNeeded => IsEmpty || IsDangerous || Code == Unsorted.Code || Code == Extortion.Code;

    /// <summary>Whoever tells of violence or of an official is protected, whatever an office settles.</summary>
    public bool StaysSensitive => IsAboutOfficial || Danger == DangerKind.Violence;

    /// <summary>A question rather than a complaint, asked at leisure.</summary>
    public bool AsksForInformation => Type == CategoryType.Information;

    /// <summary>For another office, or for none.</summary>
    public bool IsNotOurs => Type == CategoryType.Other;

    /// <summary>The group that it is told under where it stands in several; else the first of them.</summary>
    public string? Home { get; init; }

    /// <summary>Null where it is not offered in chat.</summary>
    public string? Group => Home ?? Groups.FirstOrDefault(g => g.Categories.Contains(Code)).Code;

    /// <exception cref="KeyNotFoundException">The code is not in the catalogue.</exception>
    public static ComplaintCategory Get(string code) =>
        All.FirstOrDefault(c => c.Code == code) ?? throw new KeyNotFoundException($"No complaint category {code}.");
}
