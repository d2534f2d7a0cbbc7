using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Complaints.Products;

/// <summary>What somebody entered for one product.</summary>
/// <param name="Values">Field → as typed or ticked; several codes between blanks, days as <c>yyyy-MM-dd</c>.</param>
public sealed record ProductInput(ProductKind Kind, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Help that is agreed on may lie a month ahead; later than that it is no help that was given.</summary>
    private const int DaysAhead = 31;

    /// <returns>Cleaned; null where nothing, or nothing but blanks, was entered.</returns>
    public string? this[string field] => Values.GetValueOrDefault(field) is { } text && TextFolding.Clean(text).Trim() is { Length: > 0 } clean ? clean : null;

    public static ProductInput Of(ProductKind kind, params IEnumerable<(string Field, string Value)> values) =>
        new(kind, values.ToDictionary(v => v.Field, v => v.Value));

    /// <summary>Of what was entered for several products, the part that one of them asks for.</summary>
    public static ProductInput From(ProductKind kind, IReadOnlyDictionary<string, string> values) =>
        new(kind, ProductFields.Of(kind).Where(f => values.ContainsKey(f.Code)).ToDictionary(f => f.Code, f => values[f.Code]));

    /// <summary>What the resident reads of it beside the staff's message: where to go, for the office in charge. Null for all others.</summary>
    public string? Told => this[ProductFields.OfficeName] is { } office && this[ProductFields.OfficeContact] is { } contact ? $"{office}: {contact}" : null;

    /// <param name="today">The service day.</param>
    public IEnumerable<Refusal> Problems(DateOnly today) =>
        ProductFields.Of(Kind).Select(field => Problem(field, today)).OfType<Refusal>();

    private Refusal? Problem(ProductField field, DateOnly today)
    {
        if (this[field.Code] is not { } value)
        {
            return IsNeeded(field) ? new Refusal("required", field.Code) : null;
        }

        return field.Problem(value) is { } problem ? new Refusal(problem, field.Code)
            : field.Kind == FieldKind.Day ? Problem(field, WrittenField.DayOf(value)!.Value, today)
            : null;
    }

    private static Refusal? Problem(ProductField field, DateOnly day, DateOnly today)
    {
        var last = field.Code == ProductFields.ServedOn ? today.AddDays(DaysAhead) : today;
        return day > last || day < today.AddYears(-1) ? new Refusal("day_out_of_range", field.Code) : null;
    }

    /// <summary>Where the data were looked at, their source and day belong to the result; where they were not, or leave a doubt, the reason does.</summary>
    private bool IsNeeded(ProductField field) => field.Code switch
    {
        ProductFields.Source or ProductFields.DataOn => this[ProductFields.Data] is { } result && result != ProductFields.NotChecked,
        ProductFields.Why => this[ProductFields.Data] is ProductFields.NotChecked or ProductFields.Doubtful,
        _ => field.IsRequired,
    };
}
