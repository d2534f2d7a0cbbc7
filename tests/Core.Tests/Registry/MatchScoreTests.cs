using CsCheck;
using SlrtBot.Core.Registry;
using Xunit;

namespace SlrtBot.Core.Tests.Registry;

/// <summary>Who may be whom, by a table of weights (docs/registry.md).</summary>
public sealed class MatchScoreTests
{
    private static readonly Sought Siti = new("3204375203749999", "3204370101100001", "Siti Aminah", new DateOnly(1974, 3, 12), "32.04.44.2001");

    private static readonly Gen<string?> Nik = Gen.OneOf(new string?[] { null, "3204375203749999", "3204375203749998", "3204371203740001" }.Select(v => Gen.Const(v)).ToArray());
    private static readonly Gen<string?> Name = Gen.OneOf(new string?[] { null, "Siti Aminah", "Sitti Aminah", "Aminah", "Aminah Siti", "Ujang", "Ujang Ujung", "Asep Asip Ujang" }.Select(v => Gen.Const(v)).ToArray());
    private static readonly Gen<DateOnly?> Born = Gen.OneOf(new DateOnly?[] { null, new DateOnly(1974, 3, 12), new DateOnly(1974, 12, 3), new DateOnly(1975, 3, 12), new DateOnly(2001, 1, 1) }.Select(v => Gen.Const(v)).ToArray());
    private static readonly Gen<string?> Village = Gen.OneOf(new string?[] { null, "32.04", "32.04.44.2001", "32.04.37.2001" }.Select(v => Gen.Const(v)).ToArray());

    private static readonly Gen<Sought> Anybody = Gen.Select(Nik, Nik, Name, Born, Village, (nik, kk, name, born, village) => new Sought(nik, kk, name, born, village));

    [Fact]
    public void It_is_the_same_whichever_comes_first() =>
        Anybody.Select(Anybody).Sample((one, other) => Assert.Equal(MatchScore.Of(one, other), MatchScore.Of(other, one)));

    [Fact]
    public void What_is_missing_never_speaks_against_anybody() => Anybody.Select(Anybody).Sample((one, other) =>
    {
        // Whatever field is taken away: the sum loses what it gave, or what it held against them, and nothing else.
        var whole = MatchScore.Of(one, other);
        Assert.True(MatchScore.Of(one with { BornOn = null }, other).Sum >= whole.Sum - 4);
        Assert.Equal(FieldMatch.Missing, MatchScore.Of(one with { Name = null }, other).Name);
        Assert.Equal(whole.Sum, MatchScore.Of(one with { NationalId = null }, other).Sum + MatchScore.Of(new(one.NationalId, null, null, null, null), new(other.NationalId, null, null, null, null)).Sum);
    });

    [Fact]
    public void The_same_number_is_always_worth_a_look() =>
        Anybody.Sample(other => Assert.NotEqual(MatchBand.Below, MatchScore.Of(Siti, other with { NationalId = Siti.NationalId }).Band));

    public static TheoryData<string, string?, string?, string?, string?, MatchBand> People() => new()
    {
        { "herself", "3204375203749999", "3204370101100001", "SITI AMINAH", "1974-03-12", MatchBand.Probable },
        { "herself, without a number", null, "3204370101100001", "Siti Aminah", "1974-03-12", MatchBand.Probable },
        { "herself, spelt otherwise, day and month changed", null, null, "Sitti Aminah", "1974-12-03", MatchBand.Look },
        { "somebody in the village of her name, without a birth date", null, null, "Siti Aminah", null, MatchBand.Look },
        { "her twin", "3204375203749998", "3204370101100001", "Sari Aminarti", "1974-03-12", MatchBand.Below },
        { "her daughter of the same name", null, "3204370101100001", "Siti Aminah", "2001-01-01", MatchBand.Below },
        { "a neighbour born on the same day", null, null, "Ujang Koswara", "1974-03-12", MatchBand.Below },
        { "her number under another name", "3204375203749999", null, "Ujang Koswara", null, MatchBand.Look },
    };

    [Theory]
    [MemberData(nameof(People))]
    public void Is_it(string whom, string? nik, string? kk, string? name, string? born, MatchBand band)
    {
        var score = MatchScore.Of(Siti, new(nik, kk, name, born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Siti.VillageCode));
        Assert.True(score.Band == band, $"{whom}: {score.Sum} {score}");
    }

    [Fact]
    public void A_name_that_many_bear_says_little() =>
        Assert.Equal(MatchBand.Below, MatchScore.Of(new(null, null, "Siti Aminah", null, Siti.VillageCode), Siti, isCommonName: true).Band);

    [Theory]
    [InlineData("Siti Aminah", "3204375203749999", true)]
    [InlineData("Ujang Koswara", "3204375203749999", false)]
    [InlineData("Siti Aminah", null, false)]
    public void Nobody_is_asked_only_where_number_and_name_agree(string name, string? nik, bool sure) =>
        Assert.Equal(sure, MatchScore.Of(Siti, new(nik, Siti.FamilyCard, name, Siti.BornOn, Siti.VillageCode)).IsSure);
}
