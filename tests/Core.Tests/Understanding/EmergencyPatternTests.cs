using SlrtBot.Core.Complaints;
using SlrtBot.Core.Understanding;
using Xunit;

namespace SlrtBot.Core.Tests.Understanding;

/// <summary>The list of words of danger, row by row.</summary>
public sealed class EmergencyPatternTests
{
    [Fact]
    public void No_row_is_taken_back_by_its_own_words()
    {
        // Act: an exception of the same stem as the word itself would silence the row for good.
        var silent = Emergencies.SilentRows(Tables.Read("Words.emergencies"));

        // Assert
        Assert.Empty(silent);
    }

    [Fact]
    public void A_row_that_silences_itself_is_found()
    {
        // Act
        var silent = Emergencies.SilentRows([["sure", "pukul anak", "terpukul"], ["sure", "pukul anak", "terpukul!"]]);

        // Assert
        Assert.Equal(["pukul anak"], silent);
    }

    [Theory]
    [InlineData("aku pengen bunuh diri aja", DangerKind.Self)]
    [InlineData("i want to die", DangerKind.Self)]
    [InlineData("suami saya mukul lagi saya takut pulang", DangerKind.Violence)]
    [InlineData("istri saya ketubannya pecah mau melahirkan", DangerKind.Illness)]
    [InlineData("my father is unconscious please help", DangerKind.Illness)]
    [InlineData("tolong rumah saya kebakaran apinya makin besar", DangerKind.Fire)]
    [InlineData("gas bocor di rumah", DangerKind.Fire)]
    [InlineData("rumah kami tertimbun longsor", DangerKind.Disaster)]
    [InlineData("anak saya kelaparan sudah 3 hari belum makan", DangerKind.Hunger)]
    [InlineData("cucu saya hilang dari tadi pagi", DangerKind.General)]
    public void The_words_that_raise_it_say_what_threatens(string text, DangerKind expected)
    {
        // Act
        var heard = new Understander().Understand(text);

        // Assert
        Assert.Equal((Urgency.Emergency, expected), (heard.Urgency, heard.Danger));
    }

    [Fact]
    public void Plain_facts_about_a_family_raise_no_alarm()
    {
        // Arrange: what people answer in half a sentence, never learnt from.
        string[] facts =
        [
            "bapak saya di kamar",
            "bapak saya di rumah",
            "ibu saya di rumah",
            "suami saya kerja di pabrik",
            "anak saya sekolah di sd",
            "saya tinggal sama ibu",
            "ibu saya sudah tua",
            "bapak saya sudah meninggal",
            "suami saya sudah meninggal",
            "istri saya ibu rumah tangga",
            "anak saya tiga",
            "saya tinggal di rumah mertua",
            "saya sendirian di rumah",
            "kakek saya tinggal sendiri",
            "nenek saya umur 80 tahun",
            "tetangga saya janda",
            "adik saya masih sekolah",
            "suami saya supir",
            "bapak saya petani",
            "ibu saya jualan di pasar",
            "keponakan saya yatim",
            "saudara saya di kampung sebelah",
            "saya ibu dari dua anak",
            "orang tua saya sudah pisah",
            "saya sudah cerai",
            "anak saya laki laki umur 5",
            "bapak tiri saya kerja di bandung",
            "mertua saya ikut di rumah saya",
            "rumah saya dekat masjid",
            "saya di rumah terus",
            "bapak tidak kerja",
            "anak anak masih kecil",
            "tetangga bilang saya tidak terdaftar",
            "untuk ibu saya",
            "untuk tetangga saya bu",
            "bapak rt sudah tahu",
            "kakak saya yang urus",
            "saya sama anak saya",
            "nama bapak saya dedi",
            "ibu saya yang punya kartu",
        ];
        var understander = new Understander();

        // Act
        var raised = facts.Where(fact => understander.Understand(fact).Urgency == Urgency.Emergency).ToList();

        // Assert
        Assert.True(raised.Count <= 2, string.Join('\n', raised));
    }
}
