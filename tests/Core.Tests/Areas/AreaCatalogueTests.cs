using SlrtBot.Core.Areas;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

public sealed class AreaCatalogueTests
{
    private static readonly AreaCatalogue Catalogue = Bandung.Catalogue;

    [Fact]
    public void The_list_of_Kabupaten_Bandung_agrees_with_the_regencys_own()
    {
        // Arrange
        var expected = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Areas", "kab-bandung-villages.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(f => (Code: f[0], District: f[1], DistrictName: f[2], Kind: f[3], Name: f[4])).ToList();

        // Act
        var districts = Catalogue.Districts(Bandung.Regency);
        var villages = districts.SelectMany(d => Catalogue.Villages(d.Code)).OrderBy(v => v.Code, StringComparer.Ordinal).ToList();

        // Assert
        Assert.Equal(31, districts.Count);
        Assert.Equal(280, villages.Count);
        Assert.Equal(22, villages.Where(Catalogue.IsRepeated).Select(v => v.FoldedName).Distinct().Count());
        Assert.Equal(
            expected.Select(e => (e.Code, e.District, e.DistrictName, e.Kind, e.Name)),
            villages.Select(v => (v.Code, v.ParentCode!, Catalogue.Get(v.ParentCode!).Name, v.Kind == VillageKind.Kelurahan ? "kelurahan" : "desa", v.Name)));
    }

    [Fact]
    public void All_provinces_and_regencies_are_known_and_only_the_served_ones_have_villages()
    {
        Assert.Equal(38, Bandung.Areas.Count(a => a.Level == AreaLevel.Province));
        Assert.Equal(514, Bandung.Areas.Count(a => a.Level == AreaLevel.Regency));
        Assert.Equal("Kota Bandung", Catalogue.Get("32.73").Name);
        Assert.Empty(Catalogue.Districts("32.73"));
    }

    [Fact]
    public void Children_come_by_name()
    {
        var names = Catalogue.Villages("32.04.44").Select(v => v.Name).ToList();

        Assert.Equal(["Bandasari", "Cangkuang", "Ciluncat", "Jatisari", "Nagrak", "Pananjung", "Tanjungsari"], names);
    }

    [Theory]
    [InlineData("32.04.44.2001", "Desa Cangkuang, Kec. Cangkuang")]
    [InlineData("32.04.32.1001", "Kel. Baleendah, Kec. Baleendah")]
    [InlineData("32.04.44", "Kec. Cangkuang, Kabupaten Bandung")]
    [InlineData("32.04", "Kabupaten Bandung")]
    [InlineData("99.99", "99.99")]
    public void A_path_names_what_lies_around(string code, string path) => Assert.Equal(path, Catalogue.Path(code));

    [Theory]
    [InlineData("32.04.44.2001", "Desa Cangkuang, Kec. Cangkuang")]
    [InlineData("32.04.44.2002", "Desa Ciluncat")]
    [InlineData("32.04.44", "Kec. Cangkuang")]
    [InlineData("99.99", "99.99")]
    public void A_label_is_short_unless_the_name_is_repeated(string code, string label) => Assert.Equal(label, Catalogue.Label(code));

    [Fact]
    public void No_two_labels_of_villages_are_the_same()
    {
        var labels = Catalogue.Districts(Bandung.Regency).SelectMany(d => Catalogue.Villages(d.Code)).Select(v => Catalogue.Label(v.Code)).ToList();

        Assert.Equal(280, labels.Distinct().Count());
    }

    [Fact]
    public void An_area_that_has_ended_is_found_by_code_but_offered_no_more()
    {
        // Arrange
        var ended = Area.From("32.04.44.2099", "Ciluncat");
        ended.ValidTo = new DateOnly(2026, 1, 1);

        // Act
        var catalogue = Bandung.CatalogueOf(new AreaOptions(), ended);

        // Assert
        Assert.Equal("Ciluncat", catalogue.Get("32.04.44.2099").Name);
        Assert.DoesNotContain(ended, catalogue.Villages("32.04.44"));
        Assert.Equal("32.04.44.2002", catalogue.Search("ciluncat").Only?.Code);
    }

    [Fact]
    public void Zones_follow_the_province_and_the_setting_where_it_is_unknown()
    {
        var catalogue = Bandung.CatalogueOf(new AreaOptions { TimeZone = "Asia/Makassar" });

        Assert.Equal("Asia/Jakarta", catalogue.ZoneOf(Bandung.Cangkuang).Id);
        Assert.Equal("Asia/Jayapura", catalogue.ZoneOf("94.01.01.2001").Id);
        Assert.Equal("Asia/Makassar", catalogue.ZoneOf("00").Id);
    }

    [Fact]
    public void An_empty_catalogue_says_so_and_finds_nothing()
    {
        var catalogue = new AreaCatalogue(new AreaOptions());

        Assert.True(catalogue.IsEmpty);
        Assert.Null(catalogue.Find("32.04"));
        Assert.Throws<KeyNotFoundException>(() => catalogue.Get("32.04"));
        Assert.Equal(AreaCertainty.None, catalogue.Search("cangkuang").Certainty);
    }
}
