using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints.Products;

/// <summary>One question of a product; label <c>product.field.{code}</c>, choices <c>product.choice.{code}.{choice}</c>.</summary>
public sealed record ProductField(string Code, FieldKind Kind, bool IsRequired, params IReadOnlyList<string> Choices) : WrittenField(Code, Kind, Choices)
{
    public const int LongestLine = 160;
    public const int LongestText = 2000;

    /// <summary>Coded or dated, and therefore about nobody; the others are words, which are sealed.</summary>
    public bool IsFact => Kind is not (FieldKind.Line or FieldKind.Text);

    public override int Longest => Kind == FieldKind.Line ? LongestLine : Kind == FieldKind.Text ? LongestText : base.Longest;
}

/// <summary>All fields of all products. Codes are unique among them, so that a form may hold two products.</summary>
public static class ProductFields
{
    public const string Data = "data";
    public const string DataOn = "data_on";
    public const string Source = "source";
    public const string Why = "why";
    public const string NotChecked = "not_checked";
    public const string Doubtful = "doubtful";
    public const string Needs = "needs";
    public const string ServedOn = "served_on";
    public const string OfficeName = "office_name";
    public const string OfficeContact = "office_contact";
    public const string Into = "into";
    public const string Grounds = "grounds";

    private static readonly Dictionary<ProductKind, IReadOnlyList<ProductField>> ByKind = new()
    {
        [ProductKind.Registration] =
        [
            new("identity", FieldKind.Choice, true, "seen", "as_told", "withheld"),
            new("papers", FieldKind.Several, true, "ktp", "kk", "kis", "kks", "sktm", "other", WrittenField.None),
            new("wish", FieldKind.Text, false),
        ],
        [ProductKind.Analysis] =
        [
            new(Data, FieldKind.Choice, true, "listed", "not_listed", Doubtful, "unmatched", NotChecked),
            new(Source, FieldKind.Choice, false, "siks_ng", "dtsen", "bnba", "p3ke", "other"),
            new(DataOn, FieldKind.Day, false),
            new(Needs, FieldKind.Several, true,
                "data", "food", "cash", "health", "school", "house", "work", "papers", "care", "protection", "information", "other"),
            new(Why, FieldKind.Text, false),
        ],
        [ProductKind.Decision] = [new(Grounds, FieldKind.Text, true)],
        [ProductKind.Service] =
        [
            new("served", FieldKind.Choice, true, "information", "papers", "goods", "company", "data", "other"),
            new("served_by", FieldKind.Choice, true, "slrt", "puskesos", "village", "neighbours", "potential", "other"),
            new("server", FieldKind.Line, false),
            new(ServedOn, FieldKind.Day, true),
        ],
        [ProductKind.Finding] =
        [
            new("found", FieldKind.Choice, true, "proven", "partly", "not_proven", "passed_on"),
            new("measures", FieldKind.Several, true, "returned", "warned", "replaced", "inspectorate", "police", "other", WrittenField.None),
            new("inquiry", FieldKind.Text, true),
        ],
        [ProductKind.Office] = [new(OfficeName, FieldKind.Line, true), new(OfficeContact, FieldKind.Line, true)],
        [ProductKind.Merging] = [new(Into, FieldKind.Line, true)],
    };

    /// <summary>In the order in which they are asked; the first says what came of it.</summary>
    public static IReadOnlyList<ProductField> Of(ProductKind kind) => ByKind[kind];

    public static IEnumerable<ProductField> All => ByKind.Values.SelectMany(fields => fields);
}
