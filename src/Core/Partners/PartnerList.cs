using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Partners;

/// <param name="Number">Line in the file, the header being 1.</param>
internal sealed record PartnerLine(
    int Number, string Code, string Name, string Kind, string Services, string Area, string Address, string Telephone, string ResponseDays)
{
    private const int LongestName = 200;

    public IEnumerable<Refusal> Problems()
    {
        if (Code.Length is 0 or > 40 || !Code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            yield return At("partner_code_invalid", "code");
        }

        if (Name.Length is 0 or > LongestName)
        {
            yield return At(Name.Length == 0 ? "required" : "too_long", "name");
        }

        if (!Codes.TryParse<PartnerKind>(Kind, out _))
        {
            yield return At("partner_kind_unknown", "kind");
        }

        if (Services.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(s => s.Length is < 2 or > 3))
        {
            yield return At("partner_services_invalid", "services");
        }

        if (AreaCode.Normalise(Area) != Area)
        {
            yield return At("area_unknown", "area", ("code", Area));
        }

        if (ResponseDays.Length > 0 && !(int.TryParse(ResponseDays, out var days) && days is > 0 and <= 365))
        {
            yield return At("response_days_invalid", "response_days");
        }
    }

    public Refusal At(string code, string field, params (string Name, string Value)[] values) => new(code, $"line {Number}, {field}")
    {
        Values = values.ToDictionary(v => v.Name, v => v.Value),
    };
}

/// <summary>
/// A list of partners as CSV with the columns <c>code</c>, <c>name</c>, <c>kind</c> (a code such as
/// <c>government_service</c>), <c>services</c> (category codes separated by spaces), <c>area</c> and, where wanted,
/// <c>address</c>, <c>telephone</c> and <c>response_days</c>; see <see cref="SheetList"/>.
/// </summary>
internal static class PartnerList
{
    public static Outcome<IReadOnlyList<PartnerLine>> Read(byte[] list)
    {
        var rows = SheetList.Read(list, "code", "name", "kind", "services", "area");
        return rows.Succeeded ? rows.Value.Select(Line).ToList() : rows.Refusals.ToList();
    }

    private static PartnerLine Line(SheetRow row) => new(
        row.Number, row["code"], row["name"], row["kind"].ToLowerInvariant(), row["services"], row["area"], row["address"], row["telephone"],
        row["response_days"]);
}
