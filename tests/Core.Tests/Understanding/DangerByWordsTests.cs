using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Understanding;
using Xunit;

namespace SlrtBot.Core.Tests.Understanding;

/// <summary>What threatens and what only sounds so, line by line.</summary>
public sealed class DangerByWordsTests
{
    private static readonly Understander Understander = new();

    [Theory]
    [InlineData("titip anak anak ya bu, setelah malam ini saya tidak ada lagi", DangerKind.Self)]
    [InlineData("sesuk aku ora bakal weruh srengenge maneh, titip anakku", DangerKind.Self)]
    [InlineData("retakan di bukit atas rumah kami makin lebar, hujan belum berhenti", DangerKind.Disaster)]
    [InlineData("my passport is with the agent, they lock us in and we cannot go home", DangerKind.Violence)]
    [InlineData("bau gas kuat sekali di dapur, kepala kami pusing semua", DangerKind.Fire)]
    [InlineData("orok abdi teu bisa dihudangkeun, awakna tiis", DangerKind.Illness)]
    [InlineData("lereng tukang imah abdi bengkah saged diasupan leungeun", DangerKind.Disaster)]
    [InlineData("gawir di pungkureun bumi rengat tos sakulan", DangerKind.Disaster)]
    [InlineData("taneuh tukang imah beulah, beuki lega unggal poe", DangerKind.Disaster)]
    [InlineData("lemah mburi omah nela, saben udan tambah amba", DangerKind.Disaster)]
    [InlineData("tanah di belakang rumah retak panjang, makin lebar tiap hujan", DangerKind.Disaster)]
    [InlineData("there is a long crack in the ground behind my house, it gets wider", DangerKind.Disaster)]
    [InlineData("saya sudah ga kuat", DangerKind.Self)]
    [InlineData("saya pegang obat nyamuk cair ini di tangan", DangerKind.Self)]
    [InlineData("racun tikus udah saya campur ke kopi", DangerKind.Self)]
    [InlineData("baygon udah di gelas tinggal minum", DangerKind.Self)]
    [InlineData("kami diancam sama yg mungut uang", DangerKind.Violence)]
    [InlineData("saya mau lapor, saya dan anak saya diancam tetangga", DangerKind.Violence)]
    [InlineData("abdi sareng budak diancem ku jalmi eta", DangerKind.Violence)]
    [InlineData("dia ngancem saya sama anak saya pak", DangerKind.Violence)]
    [InlineData("someone is threatening my family", DangerKind.Violence)]
    [InlineData("he threatened me again last night", DangerKind.Violence)]
    [InlineData("my children are hungry since yesterday", DangerKind.Hunger)]
    [InlineData("my baby is convulsing", DangerKind.Illness)]
    [InlineData("mun teu cuci darah isukan tiasa maot abdi", DangerKind.Illness)]
    public void Roundabout_words_say_what_threatens(string text, DangerKind danger)
    {
        // Act
        var understood = Understander.Understand(text);

        // Assert
        Assert.Equal((Urgency.Emergency, danger), (understood.Urgency, understood.Danger));
    }

    [Theory]
    [InlineData("saya pamit dulu ya bu, titip berkas saya")]
    [InlineData("paspor saya ditahan imigrasi, datanya beda")]
    [InlineData("anak saya kemarin hilang di pasar tapi sudah ketemu")]
    [InlineData("lampu jalan depan rumah tidak mau hidup")]
    [InlineData("tembok retak sedikit, hoyong dibantosan")]
    [InlineData("omahku tau kebanjiran taun wingi, saiki wis surut")]
    [InlineData("the fire brigade came and the fire is out, we need blankets")]
    [InlineData("saya ga kuat bayar listrik bulan ini")]
    [InlineData("saya gak kuat nunggu bansos lama sekali")]
    [InlineData("obat rumput untuk sawah saya dipegang ketua kelompok")]
    [InlineData("saya beli obat nyamuk tapi uangnya dipotong")]
    [InlineData("kis saya mati padahal cuci darah besok")]
    [InlineData("bapak meninggal waktu cuci darah tahun lalu")]
    [InlineData("diancam dicoret dari bansos kalau ga setor")]
    [InlineData("anak saya diancam dikeluarkan dari sekolah karena belum bayar")]
    [InlineData("ketua kelompok ngancam saya kartunya ga dikasih")]
    [InlineData("diancem moal dibere bantuan deui")]
    [InlineData("diancam petugas bank motor mau disita")]
    [InlineData("dulu saya sering diancam mantan suami, sekarang sudah cerai")]
    [InlineData("they threaten to remove my mother from the list")]
    [InlineData("there is no food aid for us this month")]
    [InlineData("my son had a seizure last year, the card is dead")]
    public void What_is_over_or_only_sounds_so_raises_none(string text)
    {
        // Act, Assert
        Assert.NotEqual(Urgency.Emergency, Understander.Understand(text).Urgency);
    }

    [Fact]
    public void The_letters_of_a_number_are_never_danger()
    {
        // Arrange
        var asked = Enumerable.Range(1, 2000).Select(seed => $"Buka lagi {ReferenceCode.From((ulong)seed * 0x9E3779B97F4A7C15)}");

        // Act
        var raised = asked.Where(text => Understander.Understand(text).Urgency == Urgency.Emergency);

        // Assert
        Assert.Empty(raised);
    }

    [Theory]
    [InlineData("dulu pernah mau bunuh diri, sekarang kambuh lagi mau bunuh diri")]
    [InlineData("tebing belakang rumah retak, hujan deras, takut longsor")]
    public void What_has_come_back_and_a_slope_that_opens_in_the_rain_are_dangers(string text) =>
        Assert.Equal(Urgency.Emergency, Understander.Understand(text).Urgency);
}
