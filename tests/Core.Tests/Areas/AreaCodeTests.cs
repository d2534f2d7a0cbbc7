using SlrtBot.Core.Areas;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

public sealed class AreaCodeTests
{
    [Theory]
    [InlineData("32.04.37.2001", "32.04.37.2001")]
    [InlineData("3204372001", "32.04.37.2001")]
    [InlineData("320437", "32.04.37")]
    [InlineData("3204", "32.04")]
    [InlineData("32", "32")]
    [InlineData("32.0437.2001", null)]
    [InlineData("320", null)]
    [InlineData("3204371203749999", null)]
    [InlineData("32.04.37.200a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Codes_are_read_with_and_without_dots(string? text, string? code) => Assert.Equal(code, AreaCode.Normalise(text));

    [Fact]
    public void A_code_tells_its_level_parent_and_parts()
    {
        Assert.Equal(AreaLevel.Province, AreaCode.LevelOf("32"));
        Assert.Equal(AreaLevel.Regency, AreaCode.LevelOf("32.04"));
        Assert.Equal(AreaLevel.District, AreaCode.LevelOf("32.04.37"));
        Assert.Equal(AreaLevel.Village, AreaCode.LevelOf("32.04.37.2001"));
        Assert.Throws<ArgumentException>(() => AreaCode.LevelOf("3204"));
        Assert.Equal("32.04.37", AreaCode.ParentOf("32.04.37.2001"));
        Assert.Null(AreaCode.ParentOf("32"));
        Assert.Equal("32", AreaCode.ProvinceOf("32.04.37.2001"));
        Assert.Equal("32.04", AreaCode.RegencyOf("32.04.37.2001"));
        Assert.Equal("32.04.37", AreaCode.DistrictOf("32.04.37.2001"));
        Assert.Null(AreaCode.RegencyOf("32"));
        Assert.Null(AreaCode.DistrictOf("32.04"));
    }

    [Theory]
    [InlineData("32.04", "32.04.37.2001", true)]
    [InlineData("32.04", "32.04", true)]
    [InlineData("32", "32.04.37", true)]
    [InlineData("32.04.37", "32.04", false)]
    [InlineData("32.04", "32.05.01.2001", false)]
    [InlineData("3", "32.04", false)]
    [InlineData("32.04.37.2001", "32.04.37.20011", false)]
    public void A_scope_contains_what_lies_under_it(string scope, string code, bool inside) =>
        Assert.Equal(inside, AreaCode.Contains(scope, code));

    [Theory]
    [InlineData("32.04.32.1001", VillageKind.Kelurahan)]
    [InlineData("32.04.37.2001", VillageKind.Desa)]
    [InlineData("91.03.02.3001", VillageKind.DesaAdat)]
    [InlineData("32.04.37", null)]
    public void The_first_digit_of_the_village_tells_its_kind(string code, VillageKind? kind) => Assert.Equal(kind, AreaCode.KindOf(code));

    [Theory]
    [InlineData("11", ProvinceZones.Wib)]
    [InlineData("32.04", ProvinceZones.Wib)]
    [InlineData("62", ProvinceZones.Wib)]
    [InlineData("51", ProvinceZones.Wita)]
    [InlineData("64", ProvinceZones.Wita)]
    [InlineData("73.71", ProvinceZones.Wita)]
    [InlineData("82", ProvinceZones.Wit)]
    [InlineData("96", ProvinceZones.Wit)]
    [InlineData("00", null)]
    public void Each_province_has_one_of_three_zones(string code, string? zone) => Assert.Equal(zone, ProvinceZones.Of(code));

    [Fact]
    public void The_38_provinces_of_the_official_list_are_divided_over_the_zones()
    {
        // Act
        var zones = Bandung.Areas.Where(a => a.Level == AreaLevel.Province).GroupBy(p => p.TimeZoneId).ToDictionary(g => g.Key!, g => g.Count());

        // Assert: Sumatra, Java, West and Central Kalimantan; Bali to Sulawesi; Maluku and Papua.
        Assert.Equal((18, 12, 8), (zones[ProvinceZones.Wib], zones[ProvinceZones.Wita], zones[ProvinceZones.Wit]));
    }

    [Theory]
    [InlineData("Pasi Kuala Ba'u", "pasi kuala bau")]
    [InlineData("Udek Du’en", "udek duen")]
    [InlineData("  BALE   Endah ", "bale endah")]
    [InlineData("Kurau (Timur)", "kurau timur")]
    [InlineData("Nopémber", "nopember")]
    [InlineData("…", "")]
    public void Names_are_folded_to_plain_letters(string name, string folded) => Assert.Equal(folded, AreaName.Fold(name));
}
