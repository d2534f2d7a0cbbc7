using SlrtBot.Core.Areas;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

public sealed class AreaSearchTests
{
    private static readonly AreaCatalogue Catalogue = Bandung.Catalogue;

    [Theory]
    [InlineData("Solokanjeruk", "Solokanjeruk", "Solokanjeruk")]
    [InlineData("solokan jeruk", "Solokanjeruk", "Solokanjeruk")]
    [InlineData("Bale Endah", "Baleendah", "Baleendah")]
    [InlineData("kel. baleendah", "Baleendah", "Baleendah")]
    [InlineData("KELURAHAN BALEENDAH", "Baleendah", "Baleendah")]
    [InlineData("saya dari desa Bojong Malaka pak", "Bojongmalaka", "Baleendah")]
    [InlineData("Rancaekek Wetan, Kec. Rancaekek, Kab. Bandung", "Rancaekek Wetan", "Rancaekek")]
    [InlineData("desa cibodas kec pasirjambu", "Cibodas", "Pasirjambu")]
    [InlineData("cibodas kec. pasir jambu", "Cibodas", "Pasirjambu")]
    [InlineData("rt3 rw5 kp cibeureum ds cibodas kec kutawaringin", "Cibodas", "Kutawaringin")]
    [InlineData("Sukamukti Katapang", "Sukamukti", "Katapang")]
    [InlineData("katapang, sukamukti", "Sukamukti", "Katapang")]
    [InlineData("kel padasuka", "Padasuka", "Cimenyan")]
    [InlineData("Tjibiroe Hilir", "Cibiru Hilir", "Cileunyi")]
    [InlineData("32.04.44.2001", "Cangkuang", "Cangkuang")]
    [InlineData("3204442001", "Cangkuang", "Cangkuang")]
    [InlineData("Desa Cangkuang, Kec. Rancaekek", "Cangkuang", "Rancaekek")]
    [InlineData("Cangkuang kecamatan Cangkuang", "Cangkuang", "Cangkuang")]
    [InlineData("cangkuang kulon dayeuhkolot", "Cangkuang Kulon", "Dayeuhkolot")]
    [InlineData("ds cangkuangkulon, dekat masjid", "Cangkuang Kulon", "Dayeuhkolot")]
    [InlineData("banjaran wetan", "Banjaran Wetan", "Banjaran")]
    [InlineData("Solokanjeruk desa Cibodas", "Cibodas", "Solokanjeruk")]
    [InlineData("rumah ibu saya di ibun", "Ibun", "Ibun")]
    [InlineData("Bojongmalaka rt 03/05", "Bojongmalaka", "Baleendah")]
    [InlineData("RT02 RW11 Rancamanyar", "Rancamanyar", "Baleendah")]
    public void One_village_is_meant(string text, string village, string district)
    {
        // Act
        var finding = Catalogue.Search(text);

        // Assert
        Assert.Equal(AreaCertainty.One, finding.Certainty);
        Assert.Equal((village, district), (finding.Only!.Name, Catalogue.Get(finding.Only.ParentCode!).Name));
    }

    [Theory]
    [InlineData("ds cibodas", 3)]
    [InlineData("rt3 rw5 kp cibeureum ds cibodas", 3)]
    [InlineData("Mekarsari", 4)]
    [InlineData("mekar sari", 4)]
    [InlineData("cangkuang", 2)]
    public void A_repeated_name_gives_every_village_that_bears_it(string text, int count)
    {
        // Act
        var finding = Catalogue.Search(text);

        // Assert
        Assert.Equal(AreaCertainty.Several, finding.Certainty);
        Assert.Equal(count, finding.Matches.Count);
        Assert.Equal(count, finding.Matches.Select(m => Catalogue.Label(m.Area.Code)).Distinct().Count());
        Assert.Null(finding.Only);
    }

    [Theory]
    [InlineData("cileunyi kulom", "Cileunyi Kulon")]
    [InlineData("bojongmlaka", "Bojongmalaka")]
    [InlineData("desa ciluncta", "Ciluncat")]
    [InlineData("kp cimekar", "Cimekar")]
    [InlineData("sukamkti katapang", "Sukamukti")]
    [InlineData("cibods kec pasirjambu", "Cibodas")]
    [InlineData("dekat pasar ciluncat yang baru", "Ciluncat")]
    [InlineData("solokn jeruk", "Solokanjeruk")]
    [InlineData("bojong swang", "Bojongsoang")]
    [InlineData("desa bojong kuncy", "Bojongkunci")]
    public void A_slip_of_the_finger_gives_the_nearest_names_first(string text, string first)
    {
        // Act
        var finding = Catalogue.Search(text);

        // Assert
        Assert.Equal(AreaCertainty.Near, finding.Certainty);
        Assert.Equal(first, finding.Matches[0].Area.Name);
        Assert.InRange(finding.Matches.Count, 1, 5);
    }

    [Theory]
    [InlineData("rancabali", "Rancabali")]
    [InlineData("kecamatan Baleendah", "Baleendah")]
    [InlineData("kec. dayeuh kolot", "Dayeuhkolot")]
    [InlineData("kec solokan jruk", "Solokanjeruk")]
    [InlineData("320444", "Cangkuang")]
    [InlineData("desa antahberantah kec ciwidey", "Ciwidey")]
    public void A_sub_district_alone_is_told_as_such(string text, string district)
    {
        // Act
        var finding = Catalogue.Search(text);

        // Assert
        Assert.Equal(AreaCertainty.District, finding.Certainty);
        Assert.Equal(district, finding.District!.Name);
        Assert.Empty(finding.Matches);
    }

    [Fact]
    public void A_name_that_is_village_and_sub_district_gives_the_village_and_tells_of_the_other()
    {
        Assert.Equal("32.04.32", Catalogue.Search("baleendah").District?.Code);
        Assert.Null(Catalogue.Search("desa soreang").District);
    }

    [Fact]
    public void The_beginning_of_a_longer_name_offers_it()
    {
        var finding = Catalogue.Search("cigondewah");

        Assert.Equal(AreaCertainty.Near, finding.Certainty);
        Assert.Equal("Cigondewah Hilir", finding.Matches[0].Area.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("saya tidak tahu")]
    [InlineData("rt 03 rw 05")]
    [InlineData("surabaya")]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("iya")]
    public void What_is_no_village_here_finds_nothing(string text) => Assert.Equal(AreaCertainty.None, Catalogue.Search(text).Certainty);

    [Fact]
    public void A_village_named_with_the_wrong_sub_district_is_asked_about()
    {
        // Act
        var finding = Catalogue.Search("desa ciluncat kec soreang");

        // Assert
        Assert.Equal(AreaCertainty.Near, finding.Certainty);
        Assert.Equal("Ciluncat", finding.Matches[0].Area.Name);
        Assert.Equal("32.04.37", finding.District?.Code);
    }

    [Fact]
    public void Every_village_is_found_by_its_own_path_and_by_its_name_without_spaces()
    {
        foreach (var village in Catalogue.Districts(Bandung.Regency).SelectMany(d => Catalogue.Villages(d.Code)))
        {
            Assert.Equal(village.Code, Catalogue.Search(Catalogue.Path(village.Code)).Only?.Code);
            Assert.Contains(Catalogue.Search(village.Name.Replace(" ", "", StringComparison.Ordinal)).Matches, m => m.Area.Code == village.Code);
        }
    }

    [Fact]
    public void Only_the_regencies_asked_for_are_searched() =>
        Assert.Equal(AreaCertainty.None, Catalogue.Search("cangkuang", ["32.73"]).Certainty);

    [Theory]
    [InlineData("Assalamualaikum pak, saya warga desa Sukamukti Katapang dari dulu belum pernah dapat bantuan", "Desa Sukamukti, Kec. Katapang")]
    [InlineData("atap rumah bocor, di kantor desa ditolak. rumah di ds. ciluncat rt 3", "Desa Ciluncat, Kec. Cangkuang")]
    [InlineData("kakek saya di Neglasari Majalaya sakit, minta kursi roda", "Desa Neglasari, Kec. Majalaya")]
    [InlineData("bantuan belum cair kec pasirjambu desa cibodas", "Desa Cibodas, Kec. Pasirjambu")]
    public void A_village_that_a_story_names_is_heard(string story, string path)
    {
        // Act
        var finding = Catalogue.Mention(story);

        // Assert
        Assert.Equal(path, Catalogue.Path(finding.Only!.Code));
    }

    [Theory]
    [InlineData("jadwal pengambilan beras bulog di kecamatan ciparay kapan", AreaCertainty.District)]
    [InlineData("saya warga desa cibodas, belum dapat bantuan", AreaCertainty.Several)]
    [InlineData("ada pungli wktu ambil bantuan di kantor desa diminta 20rb per orang", AreaCertainty.None)]
    [InlineData("tolong usulkan keluarga saya jadi penerima pkh", AreaCertainty.None)]
    [InlineData("jalan depan rmh bolong2 kapan diaspal", AreaCertainty.None)]
    [InlineData("beli beras di agen dipaksa paket 200rb", AreaCertainty.None)]
    [InlineData("", AreaCertainty.None)]
    public void Ordinary_words_of_a_story_are_no_villages(string story, AreaCertainty certainty) =>
        Assert.Equal(certainty, Catalogue.Mention(story).Certainty);

    [Fact]
    public void A_very_long_text_is_answered_too()
    {
        var text = string.Concat(Enumerable.Repeat("abcdefgh ", 400));

        Assert.Equal(AreaCertainty.None, Catalogue.Search(text).Certainty);
    }

    [Fact]
    public void Half_a_character_is_left_out()
    {
        // Act: an emoji cut in the middle, as bots and old phones send it
        var finding = Catalogue.Search("Bojongmalaka \ud83d");

        // Assert
        Assert.Equal("Bojongmalaka", finding.Only!.Name);
        Assert.Equal("32.04.32.2005", Catalogue.Mention("rumah saya di desa \udc00Bojongmalaka").Only!.Code);
    }
}
