using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Tests.Areas;

/// <summary>The real list of Kabupaten Bandung, as an import would load it.</summary>
internal static class Bandung
{
    public const string Regency = "32.04";
    public const string Cangkuang = "32.04.44.2001";

    public static IReadOnlyList<Area> Areas { get; } = Read(Regency);

    public static AreaCatalogue Catalogue { get; } = CatalogueOf(new AreaOptions());

    public static AreaCatalogue CatalogueOf(AreaOptions options, params IEnumerable<Area> more)
    {
        var catalogue = new AreaCatalogue(options);
        catalogue.Load(Areas.Concat(more));
        return catalogue;
    }

    public static WorkingCalendar Calendar(Action<AreaOptions>? set = null)
    {
        var options = new AreaOptions();
        set?.Invoke(options);
        return new WorkingCalendar(Catalogue, options, Holidays.BuiltIn, new SettledValues());
    }

    private static List<Area> Read(string regency)
    {
        var source = new AreaSource(AreaSource.BesideTheProgram);
        return [.. source.ProvincesAndRegencies().Concat(source.Inside(regency)).Select(r => Area.From(r.Code, r.Name))];
    }
}
