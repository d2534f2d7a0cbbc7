using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Dialogs.FieldForms;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.FieldForms;

/// <summary>The form that facilitators have always sent is read as it is.</summary>
public sealed class FieldFormTests
{
    private const string Tidy =
        """
        1. Nama Fasilitator : Dedi Supriadi
        2. Kelurahan : Sadu
        3. Kecamatan : Soreang
        4. Hari/Tanggal : Senin, 23 November 2026
        5. Nama Klien : Icih
        6. Pekerjaan KRT : buruh tani
        7. Nama Kuasa : -
        8. Alamat : Kp. Cibeureum RT 03 RW 05
        9. No Telpon : 0812 3456 7890
        10. Dokumen : KTP, KK
        11. Status : sangat miskin
        12. Bantuan yang sudah diperoleh : belum ada
        13. Status rumah : milik sendiri
        14. Jenis penerangan : numpang tetangga
        15. MCK : tidak layak
        16. Pendapatan per bulan : 400rb
        17. Jenis pengaduan : rumah mau ambruk, dinding bilik miring
        18. Jenis layanan yang diinginkan : rutilahu
        """;

    private const string Careless =
        """
        *FORM SLRT*
        *Nama Fasilitor*: _Dedi_
        kec = soreang
        desa Sadu
        Nama klien
        Icih
        7) Uum (anaknya)
        alamat kp cibeureum
        *No. HP* 081234567890
        status RUMAH: menumpang
        Keluhan: kis mati padahal mau kontrol
        """;

    private static readonly PhraseBook Book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);
    private static readonly FieldFormReader Reader = new(Book);

    [Fact]
    public void Every_line_of_a_tidy_form_is_read_and_a_dash_is_nothing()
    {
        // Act
        var form = Reader.Read(Tidy)!;

        // Assert
        Assert.Equal([FormLine.Representative], form.Missing);
        Assert.Equal(
            ("Dedi Supriadi", "Sadu", "Soreang", "Icih", "0812 3456 7890", "rutilahu"),
            (form.Of(FormLine.Facilitator), form.Of(FormLine.Village), form.Of(FormLine.District), form.Of(FormLine.Client), form.Of(FormLine.Phone), form.Of(FormLine.Service)));
        Assert.Equal("Senin, 23 November 2026", form.Of(FormLine.Day));
    }

    [Fact]
    public void Order_numbers_colons_bold_and_slips_do_not_matter()
    {
        // Act
        var form = Reader.Read(Careless)!;

        // Assert
        Assert.Equal(
            ("Dedi", "soreang", "Sadu", "Icih", "Uum (anaknya)"),
            (form.Of(FormLine.Facilitator), form.Of(FormLine.District), form.Of(FormLine.Village), form.Of(FormLine.Client), form.Of(FormLine.Representative)));
        Assert.Equal(
            ("kp cibeureum", "081234567890", "menumpang", "kis mati padahal mau kontrol"),
            (form.Of(FormLine.Address), form.Of(FormLine.Phone), form.Of(FormLine.House), form.Of(FormLine.Complaint)));
    }

    [Theory]
    [InlineData("Ass. pak, nama saya Siti dari desa Sadu kecamatan Soreang. Rumah saya bocor.\nAlamat kp cibeureum\nBantuan belum pernah dapat")]
    [InlineData("1. Sudah tiga bulan\n2. beras tidak datang\n3. tolong\n4. ya\n5. pak\n6. terima kasih\n7. banyak")]
    [InlineData("")]
    public void A_story_is_no_form(string text)
    {
        // Act, Assert
        Assert.Null(Reader.Read(text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pasted_form_becomes_a_draft_and_only_what_is_missing_is_asked(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.IsLinkedAsync();

        // Act
        await chat.SendAsync(Activity.OfText(Tidy));
        await chat.PlayAsync(
            """
            < Formulir terbaca: 17 dari 18 baris. Belum ada: Nama kuasa.
            < Apakah Anda setuju?
            > setuju
            < Langkah 5 dari 6
            > lewati
            < Periksa dulu
            < Orang lain (Icih)
            < Desa Sadu, Kec. Soreang
            < Dedi Supriadi, 0812-3456-7890
            > kirim
            < Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal(("N3", Urgency.Urgent, Subject.Other), (complaint.CategoryCode, complaint.Urgency, complaint.Subject));
    }

    [Theory, OnSqlite]
    public async Task What_the_form_leaves_open_is_asked_like_any_other_question(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.IsLinkedAsync();

        // Act, Assert
        await chat.SendAsync(Activity.OfText(
            "Nama fasilitator: Dedi\nDesa: Mekarsari\nNama klien: Icih\nAlamat: kp babakan\nStatus: miskin\nKeluhan: kis tidak aktif lagi"));
        await chat.PlayAsync(
            """
            < Formulir terbaca: 6 dari 18 baris.
            > setuju
            < Langkah 4 dari 6
            """);
    }
}
