using System.Collections.Frozen;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>What an office settles of a category. Labels <c>settings.category.{code}</c>.</summary>
public enum CategoryFlag
{
    Sensitive,
    Identity,
    Offered,
}

/// <summary>
/// The categories as they are now: those of the program, with what offices have settled of them. It holds for what is lodged,
/// recategorised or asked from now on; a complaint keeps the delicacy that it has.
/// </summary>
public sealed class CategoryTerms(SettledValues settled)
{
    public const string Yes = "yes";
    public const string No = "no";
    private const string Setting = "category.";
    private Held? _held;

    /// <returns><c>category.P1.sensitive</c>.</returns>
    public static string Of(ComplaintCategory category, CategoryFlag flag) => $"{Setting}{category.Code}.{Codes.Of(flag)}";

    /// <returns>Null for another code.</returns>
    public static (ComplaintCategory Category, CategoryFlag Flag)? Parse(string code) =>
        code.StartsWith(Setting, StringComparison.Ordinal) && code[Setting.Length..].Split('.') is [var which, var what]
        && ComplaintCategory.All.FirstOrDefault(c => c.Code == which) is { } category && Codes.TryParse<CategoryFlag>(what, out var flag) ? (category, flag) : null;

    public static bool Has(ComplaintCategory category, CategoryFlag flag) => flag switch
    {
        CategoryFlag.Sensitive => category.IsSensitive,
        CategoryFlag.Identity => category.NeedsIdentity,
        _ => category.IsOffered && category.Group is not null,
    };

    /// <summary>Why that cannot be settled: <c>category_needed</c>, <c>category_stays_sensitive</c>; null where it can.</summary>
    public static Refusal? Against(ComplaintCategory category, CategoryFlag flag, string value) => (flag, value) switch
    {
        (CategoryFlag.Offered, No) when category.IsNeeded => new Refusal("category_needed", "value"),
        (CategoryFlag.Offered, Yes) when category.Group is null => new Refusal("category_needed", "value"),
        (CategoryFlag.Sensitive, No) when category.StaysSensitive => new Refusal("category_stays_sensitive", "value"),
        _ => null,
    };

    /// <exception cref="KeyNotFoundException">The code is not in the catalogue.</exception>
    public ComplaintCategory Get(string code) => Now.ByCode.TryGetValue(code, out var category) ? category : ComplaintCategory.Get(code);

    /// <summary>Whether residents choose it in chat, or are proposed it.</summary>
    public bool IsOffered(string code) => Get(code) is { IsOffered: true, Group: not null };

    /// <summary>The groups that hold anything offered, in their order.</summary>
    public IReadOnlyList<string> Groups => Now.Groups;

    /// <returns>Codes of what the group offers; of all that it holds where it offers nothing any more, since somebody may stand before it; none for no group.</returns>
    public IReadOnlyList<string> InGroup(string? group) => group is not null && Now.ByGroup.TryGetValue(group, out var codes) ? codes : [];

    private Held Now
    {
        get
        {
            var now = settled.Now;
            var held = _held;
            return held is not null && ReferenceEquals(held.Of, now) ? held : _held = new Held(now, settled);
        }
    }

    private sealed class Held
    {
        public Held(IReadOnlyDictionary<SettingKey, string> now, SettledValues settled)
        {
            Of = now;
            ByCode = ComplaintCategory.All.ToFrozenDictionary(c => c.Code, c => Settled(c, settled), StringComparer.Ordinal);
            var offered = ComplaintCategory.Groups.Select(g => (g.Code, g.Categories, Offered: g.Categories.Where(c => ByCode[c].IsOffered).ToList())).ToList();
            Groups = [.. offered.Where(g => g.Offered.Count > 0).Select(g => g.Code)];
            ByGroup = offered.ToFrozenDictionary(g => g.Code, g => g.Offered.Count > 0 ? g.Offered : g.Categories, StringComparer.Ordinal);
        }

        /// <summary>The settled values that these were worked out from.</summary>
        public IReadOnlyDictionary<SettingKey, string> Of { get; }

        public FrozenDictionary<string, ComplaintCategory> ByCode { get; }

        public IReadOnlyList<string> Groups { get; }

        public FrozenDictionary<string, IReadOnlyList<string>> ByGroup { get; }

        private static ComplaintCategory Settled(ComplaintCategory category, SettledValues settled)
        {
            bool Is(CategoryFlag flag, bool usual) => settled.Find(CategoryTerms.Of(category, flag)) is { } value ? value == Yes : usual;
            return category with
            {
                IsSensitive = category.StaysSensitive || Is(CategoryFlag.Sensitive, category.IsSensitive),
                NeedsIdentity = Is(CategoryFlag.Identity, category.NeedsIdentity),
                IsOffered = category.IsNeeded || Is(CategoryFlag.Offered, category.IsOffered),
            };
        }
    }
}
