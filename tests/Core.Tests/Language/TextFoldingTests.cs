using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using Xunit;

namespace SlrtBot.Core.Tests.Language;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("e\u0301njing", "\u00E9njing")]
    [InlineData("baris satu\r\nbaris dua\rtiga\tempat", "baris satu\nbaris dua\ntiga\tempat")]
    [InlineData("a\0b\u0007c\u009Fd\u007Fe", "abcde")]
    [InlineData("\u202Egpj.exe\u202C \u2066x\u2069\u200Fy\u061C", "gpj.exe xy")]
    [InlineData("ke\u200Bba\uFEFFkaran\u2060", "kebakaran")]
    [InlineData("keluarga 👨\u200D👩\u200D👧", "keluarga 👨\u200D👩\u200D👧")]
    [InlineData("ꦗꦮ", "ꦗꦮ")]
    [InlineData("", "")]
    public void Free_text_keeps_its_words_and_loses_what_plays_tricks(string text, string clean)
    {
        // Act, Assert
        Assert.Equal(clean, TextFolding.Clean(text));
        Assert.Equal(clean, TextFolding.Clean(clean));
    }

    [Theory]
    [InlineData("  Icih\n Sukaesih\t\u200D ", "Icih Sukaesih")]
    [InlineData("foto\u202Egpj.exe", "fotogpj.exe")]
    [InlineData("\u200B", "")]
    public void A_name_is_one_line(string text, string clean)
    {
        // Act, Assert
        Assert.Equal(clean, TextFolding.CleanLine(text));
    }

    [Theory]
    [InlineData("Énjing, Pak!  RT.03/05", "enjing pak rt 03 05")]
    [InlineData("Jum'at", "jumat")]
    [InlineData("Ba’u", "bau")]
    [InlineData("anak²", "anak2")]
    [InlineData("ＲＴ０３", "rt03")]
    [InlineData("😭 tolong 😭", "tolong")]
    [InlineData("ke\u200Bbakaran", "kebakaran")]
    [InlineData("  ... ", "")]
    public void Folding_leaves_what_matters_for_comparing(string text, string folded)
    {
        // Act, Assert
        Assert.Equal(folded, TextFolding.Fold(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_disappears()
    {
        // Arrange
        var text = "\uD800x\uDC00y 😭\uDBFF";

        // Act, Assert
        Assert.Equal("xy 😭", TextFolding.Clean(text));
        Assert.Equal("xy", TextFolding.Fold(text));
        Assert.False(ReferenceCode.TryParse(text, out _));
        Assert.False(ReferenceCode.LooksLike(text));
    }

    [Fact]
    public void Two_hundred_marks_on_one_letter_fold_to_the_letter()
    {
        // Act, Assert
        Assert.Equal("a", TextFolding.Fold("a" + new string('\u0301', 200)));
    }

    [Theory]
    [InlineData("buka https://contoh.com/x?y=1.2 ya", "buka [https://]contoh[.]com/x?y=1.2 ya")]
    [InlineData("daftar di bansos-600rb.xyz sekarang.", "daftar di bansos-600rb[.]xyz sekarang.")]
    [InlineData("wa.me/62812", "wa[.]me/62812")]
    [InlineData("www.contoh.tidakada", "www[.]contoh[.]tidakada")]
    [InlineData("http://1.2.3.4:80/", "[http://]1[.]2[.]3[.]4:80/")]
    [InlineData("tg://resolve?domain=x", "[tg://]resolve?domain=x")]
    [InlineData("javascript:alert(1)", "[javascript:]alert(1)")]
    [InlineData("JavaScript:alert(1) data:text/html,x", "[JavaScript:]alert(1) [data:]text/html,x")]
    [InlineData("icih@gmail.com", "icih@gmail[.]com")]
    [InlineData("bаnsos.com", "bаnsos[.]com")]
    [InlineData("contoh。com", "contoh[.]com")]
    public void Links_can_be_read_but_not_pressed(string text, string shown)
    {
        // Act, Assert
        Assert.Equal(shown, TextFolding.Defang(text));
    }

    [Theory]
    [InlineData("Saya lapar. Tolong.")]
    [InlineData("saya lapar.tolong pak")]
    [InlineData("Rp1.200.000/bulan, jl.raya no.5, jam 10.42")]
    [InlineData("kirim data: nama, alamat")]
    [InlineData("RT.003/005")]
    public void Ordinary_sentences_stay_as_they_are(string text)
    {
        // Act, Assert
        Assert.Equal(text, TextFolding.Defang(text));
    }

    [Fact]
    public void A_hundred_thousand_odd_characters_are_handled_at_once()
    {
        // Arrange
        string[] odd = [new('a', 100_000), new('.', 100_000), string.Concat(Enumerable.Repeat("a.", 50_000)), string.Concat(Enumerable.Repeat("a:/", 33_000))];
        var clock = System.Diagnostics.Stopwatch.StartNew();

        // Act
        foreach (var text in odd)
        {
            TextFolding.Defang(text);
            TextFolding.SearchWords(text, text);
            TextFolding.Clean(text);
        }

        // Assert
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
