namespace SlrtBot.Core.Complaints.Products;

/// <summary>How a field is answered.</summary>
public enum ProductFieldKind
{
    Choice,
    Several,
    Day,
    Line,
    Text,
}

/// <summary>One question of a product; label <c>product.field.{code}</c>, choices <c>product.choice.{code}.{choice}</c>.</summary>
/// <param name="Choices">None but for <see cref="ProductFieldKind.Choice"/> and <see cref="ProductFieldKind.Several"/>.</param>
public sealed record ProductField(string Code, ProductFieldKind Kind, bool IsRequired, params string[] Choices)
{
    public const int LongestLine = 160;
    public const int LongestText = 2000;

    /// <summary>Of several: says that there is none, and goes with no other.</summary>
    public const string None = "none";

    /// <summary>Coded or dated, and therefore about nobody; the others are words, which are sealed.</summary>
    public bool IsFact => Kind is not (ProductFieldKind.Line or ProductFieldKind.Text);
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
            new("identity", ProductFieldKind.Choice, true, "seen", "as_told", "withheld"),
            new("papers", ProductFieldKind.Several, true, "ktp", "kk", "kis", "kks", "sktm", "other", ProductField.None),
            new("wish", ProductFieldKind.Text, false),
        ],
        [ProductKind.Analysis] =
        [
            new(Data, ProductFieldKind.Choice, true, "listed", "not_listed", Doubtful, "unmatched", NotChecked),
            new(Source, ProductFieldKind.Choice, false, "siks_ng", "dtsen", "bnba", "other"),
            new(DataOn, ProductFieldKind.Day, false),
            new(Needs, ProductFieldKind.Several, true,
                "data", "food", "cash", "health", "school", "house", "work", "papers", "care", "protection", "information", "other"),
            new(Why, ProductFieldKind.Text, false),
        ],
        [ProductKind.Decision] = [new(Grounds, ProductFieldKind.Text, true)],
        [ProductKind.Service] =
        [
            new("served", ProductFieldKind.Choice, true, "information", "papers", "goods", "company", "data", "other"),
            new("served_by", ProductFieldKind.Choice, true, "slrt", "puskesos", "village", "neighbours", "potential", "other"),
            new("server", ProductFieldKind.Line, false),
            new(ServedOn, ProductFieldKind.Day, true),
        ],
        [ProductKind.Finding] =
        [
            new("found", ProductFieldKind.Choice, true, "proven", "partly", "not_proven", "passed_on"),
            new("measures", ProductFieldKind.Several, true, "returned", "warned", "replaced", "inspectorate", "police", "other", ProductField.None),
            new("inquiry", ProductFieldKind.Text, true),
        ],
        [ProductKind.Office] = [new(OfficeName, ProductFieldKind.Line, true), new(OfficeContact, ProductFieldKind.Line, true)],
        [ProductKind.Merging] = [new(Into, ProductFieldKind.Line, true)],
    };

    /// <summary>In the order in which they are asked; the first says what came of it.</summary>
    public static IReadOnlyList<ProductField> Of(ProductKind kind) => ByKind[kind];

    public static IEnumerable<ProductField> All => ByKind.Values.SelectMany(fields => fields);
}
