using System.Globalization;

namespace SlrtBot.TestKit;

/// <summary>Whatever any step of the workflow demands, entered as somebody in a hurry would.</summary>
public static class TestProducts
{
    /// <param name="at">A time on the service day of the products that carry one.</param>
    public static IReadOnlyDictionary<string, string> On(DateTime at)
    {
        var day = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            ["identity"] = "seen",
            ["papers"] = "ktp kk",
            ["data"] = "not_listed",
            ["source"] = "siks_ng",
            ["data_on"] = day,
            ["needs"] = "food",
            ["grounds"] = "Sesuai hasil pemeriksaan.",
            ["served"] = "goods",
            ["served_by"] = "puskesos",
            ["served_on"] = day,
            ["found"] = "proven",
            ["measures"] = "returned warned",
            ["inquiry"] = "Tiga warga ditanya, kuitansi dilihat.",
            ["office_name"] = "PLN UP3 Majalaya",
            ["office_contact"] = "Telepon 123",
        };
    }

    /// <summary>The same, with some fields entered otherwise; an empty text leaves one out.</summary>
    public static IReadOnlyDictionary<string, string> But(this IReadOnlyDictionary<string, string> products, params (string Field, string Value)[] otherwise)
    {
        var changed = new Dictionary<string, string>(products);
        foreach (var (field, value) in otherwise)
        {
            changed[field] = value;
        }

        return changed;
    }
}
