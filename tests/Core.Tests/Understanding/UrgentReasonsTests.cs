using SlrtBot.Core.Complaints;
using SlrtBot.Core.Understanding;
using Xunit;

namespace SlrtBot.Core.Tests.Understanding;

/// <summary>The words that are shown as the reason why a story is marked.</summary>
public sealed class UrgentReasonsTests
{
    private static readonly Understander Understander = new();

    [Theory]
    [InlineData("dimintai 100rb ada di kantor desa", "dimintai")]
    [InlineData("uang bantuan saya dipotong ada yang minta 100rb", "dipotong")]
    [InlineData("anak saya ditelantarkan bapaknya tidak dikasih nafkah", "ditelantarkan nafkah")]
    [InlineData("ibu saya sakit sudah lama terus yang urus cuma saya sendiri", "sakit")]
    [InlineData("nenek saya 80 tahun tinggal sendiri tidak ada yang urus", "")]
    [InlineData("nini di tukang imah hirup sorangan, teu aya nu ngarawat", "")]
    public void Small_words_and_sums_are_no_reasons_and_where_nothing_is_left_none_is_named(string story, string words)
    {
        // Act
        var understood = Understander.Understand(story);

        // Assert
        Assert.Equal(Urgency.Urgent, understood.Urgency);
        Assert.Equal(words, string.Join(' ', understood.UrgentBecause));
    }

    [Theory]
    [InlineData("kis ibu saya mati padahal rutin")]
    [InlineData("kis istri saya mati mendadak tolong")]
    [InlineData("bpjs saya tiba2 mati tolong")]
    [InlineData("kis saya mati soalnya belum diperpanjang")]
    public void A_card_that_is_dead_presses_nobody_by_that_word(string story)
    {
        // Act
        var understood = Understander.Understand(story);

        // Assert
        Assert.Equal(Urgency.Normal, understood.Urgency);
        Assert.Empty(understood.UrgentBecause);
    }

    [Fact]
    public void What_presses_beside_a_dead_card_is_named_without_it()
    {
        // Act
        var understood = Understander.Understand("kis bapak mati soalnya pindah, padahal rutin kontrol jantung");

        // Assert
        Assert.Equal(Urgency.Urgent, understood.Urgency);
        Assert.NotEmpty(understood.UrgentBecause);
        Assert.DoesNotContain(understood.UrgentBecause, word => word is "mati" or "soalnya");
    }

    [Theory]
    [InlineData("no food")]
    [InlineData("he is hungry now")]
    [InlineData("we have no food at home")]
    public void Hunger_in_English_is_about_food_and_presses(string story)
    {
        // Act
        var understood = Understander.Understand(story);

        // Assert
        Assert.Equal(("N7", Urgency.Urgent), (understood.Category, understood.Urgency));
    }

    [Fact]
    public void No_reason_of_any_sample_is_silly()
    {
        // Arrange
        string[] silly = ["urus", "ngurus", "yg", "yang", "nu", "ada", "aya", "di", "ke", "ku", "saya", "sendiri", "uang", "artos", "kemarin", "ketua", "minggu", "harus", "kena"];
        IEnumerable<LabelledLine> lines = [.. Samples.Utterances, .. Samples.HeldOut, .. Samples.Emergencies, .. Samples.NearMisses, .. Samples.Plain, .. Samples.Unseen, .. Samples.Development];

        // Act
        var reasons = lines.SelectMany(l => Understander.Understand(l.Text).UrgentBecause).ToList();

        // Assert
        Assert.NotEmpty(reasons);
        Assert.DoesNotContain(reasons, r => silly.Contains(r) || r.Length < 3 || r.Any(char.IsAsciiDigit));
    }

    [Theory]
    [InlineData("orang loketnya kalau ditanya jawabnya ketus")]
    [InlineData("kelompok sebelah sudah ambil, giliran saya kosong")]
    [InlineData("bank keliling nagih tiap hari")]
    public void What_can_wait_by_its_category_is_not_proposed_as_urgent(string story)
    {
        // Act, Assert
        Assert.Equal(Urgency.Normal, Understander.Understand(story).Urgency);
    }
}
