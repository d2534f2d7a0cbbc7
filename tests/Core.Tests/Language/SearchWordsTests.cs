using SlrtBot.Core.Language;
using Xunit;

namespace SlrtBot.Core.Tests.Language;

public sealed class SearchWordsTests
{
    private static bool Finds(string typed, string text, string? name = null)
    {
        var indexed = TextFolding.SearchWords(text, name).ToHashSet();
        var words = TextFolding.QueryWords(typed);
        return words.Count > 0 && words.All(any => any.Any(indexed.Contains));
    }

    [Theory]
    [InlineData("dapat", "kami belum mendapatkan bantuan beras")]
    [InlineData("potong", "bantuannya dipotong ketua kelompok")]
    [InlineData("pemotongan", "uang saya dipotong")]
    [InlineData("memotong", "ada pemotongan")]
    [InlineData("menerima", "tidak pernah terima, belum diterima")]
    [InlineData("penerima", "saya belum menerima apa-apa")]
    [InlineData("bantuan", "mohon dibantu pak")]
    [InlineData("kesehatan", "anak saya tidak sehat")]
    [InlineData("pencairan", "pkh ga cair2")]
    [InlineData("cair", "kapan dicairkan")]
    [InlineData("mengirim", "sudah saya kirim")]
    [InlineData("pengaduan", "saya mau mengadu")]
    [InlineData("janda", "yg janda2 malah ga kebagian")]
    [InlineData("anak", "anak² saya lapar, anak-anak")]
    [InlineData("rumah", "rmh sy roboh")]
    [InlineData("rumah", "imah abdi rubuh")]
    [InlineData("RUMAH!", "rumahnya bocor")]
    [InlineData("sekolahan", "biaya sekolahnya")]
    [InlineData("sakit", "suami saya sakiiit")]
    [InlineData("beras jelek", "berasnya jelek sekali")]
    [InlineData("pkh", "PKH belum cair")]
    [InlineData("soreang", "saya di Soreang")]
    public void A_word_is_found_in_its_other_forms(string typed, string text)
    {
        // Act, Assert
        Assert.True(Finds(typed, text), string.Join(' ', TextFolding.SearchWords(text)) + " / " + string.Join(' ', TextFolding.QueryWords(typed).SelectMany(w => w)));
    }

    [Theory]
    [InlineData("beras", "berat badan anak saya turun")]
    [InlineData("sakit", "rumah saya roboh")]
    [InlineData("rumah roboh", "rumah saya bocor")]
    [InlineData("kebakaran", "banjir")]
    public void Other_words_are_not_found(string typed, string text)
    {
        // Act, Assert
        Assert.False(Finds(typed, text));
    }

    [Theory]
    [InlineData("Ahmad", "Achmad Jusuf")]
    [InlineData("Yusup", "Achmad Jusuf")]
    [InlineData("cecep", "Tjetjep")]
    [InlineData("nurhayati", "Noerhajati")]
    [InlineData("muhamad", "Mochammad Rizky")]
    [InlineData("riski", "Mochammad Rizky")]
    [InlineData("dewi", "Dewi Sartika")]
    [InlineData("syarip", "Sarif Hidayat")]
    [InlineData("pitri", "Fitri")]
    [InlineData("aisah", "Aisyah")]
    [InlineData("sart", "Dewi Sartika")]
    [InlineData("Icih", "Icih")]
    [InlineData("bu icih", "Hj. Icih")]
    public void A_name_is_found_as_it_sounds_and_by_its_beginning(string typed, string name)
    {
        // Act, Assert
        var words = string.Join(' ', TextFolding.QueryWords(typed).SelectMany(w => w));
        Assert.True(Finds(typed, "", name), $"{words} / {string.Join(' ', TextFolding.SearchWords("", name))}");
    }

    [Theory]
    [InlineData("Icih", "Euis")]
    [InlineData("Dadang", "Dedi")]
    [InlineData("Ujang", "Asep")]
    public void Different_names_stay_different(string typed, string name)
    {
        // Act, Assert
        Assert.False(Finds(typed, "", name));
    }

    [Fact]
    public void There_are_at_most_thirty_words_each_once_and_the_name_comes_first()
    {
        // Arrange
        var story = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"kata{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}x")) + " beras beras";

        // Act
        var words = TextFolding.SearchWords(story, "Dewi Sartika");

        // Assert
        Assert.Equal(30, words.Count);
        Assert.Equal(30, words.Distinct().Count());
        Assert.Equal(["dewi", "sartika"], words.Take(2));
        Assert.Contains(words, w => w.StartsWith('~'));
        Assert.Contains("^sart", words);
    }

    [Fact]
    public void Long_numbers_and_empty_words_are_not_indexed()
    {
        // Act
        var words = TextFolding.SearchWords("nik saya 3204371203749999 hp 081234567890 dan yang di RT 03");

        // Assert
        Assert.DoesNotContain("3204371203749999", words);
        Assert.DoesNotContain("081234567890", words);
        Assert.DoesNotContain("yang", words);
        Assert.Contains("nik", words);
        Assert.Contains("03", words);
    }

    [Fact]
    public void Nothing_is_found_in_nothing()
    {
        // Act, Assert
        Assert.Empty(TextFolding.SearchWords("   😭 "));
        Assert.Empty(TextFolding.QueryWords("yang di"));
    }
}
