using SlrtBot.Core.Understanding;
using Xunit;

namespace SlrtBot.Core.Tests.Understanding;

public sealed class NormaliserTests
{
    private static readonly Normaliser Normaliser = Learnt.From(LabelledLine.BuiltIn, [], new Learning(Rounds: 0, Rate: 0, Decay: 0)).Normaliser;

    [Theory]
    [InlineData("gk dpt bansos pdhl sy org ga mampu", "tidak dapat bansos padahal saya orang tidak mampu")]
    [InlineData("kk saya hilang, anak smp", "kk saya hilang anak smp")]
    [InlineData("gabisa gadapet belomcair udahlama", "tidak bisa tidak dapat belum cair sudah lama")]
    [InlineData("anak2 saya, anak² tetangga, janda2nya", "anak saya anak tetangga janda")]
    [InlineData("plisss bansosss belummm cairrr", "tolong bansos belum cair")]
    [InlineData("abdi teu acan nampi bantosan", "saya tidak belum terima bantu")]
    [InlineData("aku durung entuk beras", "saya belum dapat beras")]
    [InlineData("dipotong 50rb, rp20.000 dari 3 orang", "dipotong uang uang angka dari angka orang")]
    [InlineData("telung dino", "angka hari")]
    [InlineData("hp 0812-3456-7890 nik 3204 3712 0374 9999", "telepon nomorhp nik nik")]
    [InlineData("rt3 rw5 10kg 2x", "rt angka rw angka angka kg angka kali")]
    [InlineData("klik https://contoh.com/x sekarang", "klik tautan sekarang")]
    [InlineData("dr. Asep, obat dr puskesmas", "dokter asep obat dari puskesmas")]
    [InlineData("bntuan bantaun tetanggga", "bantu bantu tetangga")]
    [InlineData("imahna bocor, omahku rusak", "rumah bocor rumah rusak")]
    public void What_residents_type_becomes_words_that_mean_the_same(string typed, string words)
    {
        // Act
        var read = Normaliser.Read(typed);

        // Assert
        Assert.Equal(words, string.Join(' ', read.Select(t => t.Word)));
    }

    [Fact]
    public void A_form_that_stands_in_two_rows_is_refused()
    {
        // Act
        var thrown = Record.Exception(() => new WordList([["bapak", "bp pak"], ["paket", "pak"]]));

        // Assert
        Assert.IsType<ArgumentException>(thrown);
    }
}
