using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Scams;

/// <summary>Who speaks for the office, and who only says so.</summary>
public sealed class ScamTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_chosen_word_opens_every_unasked_message_and_is_stored_sealed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review");

        // Act
        await chat.PlayAsync(
            """
            > kata kunci
            < Pilih satu kata yang hanya Anda yang tahu
            > melati 22
            < tanpa angka
            > assalamualaikum
            <! Mulai sekarang
            < kata kunci
            > Melati
            < Mulai sekarang kabar dari kami dibuka dengan 🔑 Melati.
            > cek
            <! 🔑
            """);
        await chat.MovesAsync("send_to_field");
        await chat.PlayAsync("> hapus kata kunci\n< Kata kunci sudah dihapus.");
        await chat.MovesAsync("ask_resident");

        // Assert
        var notices = await chat.NoticesAsync();
        Assert.Equal([false, true, false], notices.Select(n => n.Content.Text.StartsWith("🔑 Melati\n\n", StringComparison.Ordinal)));
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).KeyWord);
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "conversation.key_word_chosen")));
    }

    [Theory, OnSqlite]
    public async Task Without_a_word_nothing_is_added_and_the_question_may_be_left(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PlayAsync("> kata kunci\n< Kata apa?\n> lewati\n< tidak ada yang diubah\n> kata kunci\n> cek\n< Diterima");
        await chat.MovesAsync("review");

        // Assert
        Assert.DoesNotContain("🔑", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        await chat.PlayAsync("> lapor\n> kata kunci\n< bisa dipilih setelah laporan ini selesai\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_badge_is_known_by_its_code_however_it_is_written_until_the_person_has_left(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var id = await AddAsync(chat);
        var code = chat.Database.Services.GetRequiredService<BadgeCode>().Of(id);

        // Act, Assert
        foreach (var typed in new[] { code, code.ToLowerInvariant(), code[4..].Replace("-", " ", StringComparison.Ordinal) })
        {
            await chat.PlayAsync($"> /cekpetugas {typed}\n< Ujang Contoh, Fasilitator desa, Puskesos Desa Soreang.\n< masih bertugas\n< jangan memberi apa pun");
        }

        await chat.PlayAsync($"> cek petugas {code}\n< Ujang Contoh\n> Periksa petugas\n< Minta kode di kartunya");
        await chat.Database.Units.RunAsync<DeactivateStaffMember, Done>(
            (act, ct) => act.DoAsync(new StaffLeaves(id), Provenance.Verb("test", chat.Database.Clock.UtcNow), ct), default);
        await chat.PlayAsync($"> cekpetugas {code}\n< Kode itu tidak kami kenal. Jangan memberi uang, data, atau barang apa pun.\n< Telepon: 022-5891234");
    }

    [Theory, OnSqlite]
    public async Task A_made_up_code_is_answered_with_caution_and_codes_cannot_be_tried_without_end(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var code = chat.Database.Services.GetRequiredService<BadgeCode>().Of(await AddAsync(chat));
        await chat.PlayAsync("> cekpetugas\n< Minta kode di kartunya");

        // Act
        foreach (var typed in new[] { "PTG-0000-000", "abc", "saya lupa kodenya", "1234567", "PTG-7K3M-9QX" })
        {
            await chat.PlayAsync($"> cekpetugas {typed}\n< Kode itu tidak kami kenal.");
        }

        // Assert
        await chat.PlayAsync($"> cekpetugas {code}\n< Hari ini sudah lima kode diperiksa.\n<! Ujang");
        chat.DaysPass(1);
        await chat.PlayAsync($"> cekpetugas {code}\n< Ujang Contoh");
    }

    [Theory, OnSqlite]
    public async Task Reporting_extortion_opens_a_sensitive_report_at_its_category(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > laporkan pungli
            < siapa pun yang meminta uang tidak bertindak atas nama kami. Laporan ini rahasia.
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            < Ini tentang siapa?
            > [Orang lain]
            < Langkah 3 dari 6
            > ada yang minta seratus ribu untuk mendaftar bantuan
            > selesai
            > Sadu
            > lewati
            > rahasiakan
            < 2. Masalah: Dipotong / pungli
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(("P2", true), (complaint.CategoryCode, complaint.IsSensitive));
    }

    [Theory, OnSqlite]
    public async Task In_english_the_words_are_english(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > bahasa inggris
            > key word
            < Choose a word that only you know
            > jasmine
            < From now on news from us opens with 🔑 jasmine.
            > checkofficer PTG-0000-000
            < We do not know that code.
            > report a scam
            < whoever asks for money does not act for us
            """);
    }

    private static async Task<Guid> AddAsync(ConversationScript chat)
    {
        var input = new NewStaffMember("ujang", "Ujang Contoh", [Role.Facilitator], TestData.OtherVillage, PasswordHash: "x");
        var area = await chat.Database.ReadAsync(db => db.Areas.AnyAsync(a => a.Code == TestData.OtherVillage));
        if (!area)
        {
            await chat.Database.Services.GetRequiredService<Core.Areas.PrepareAreas>().AtStartAsync(default);
        }

        return (await chat.Database.Units.RunAsync<AddStaffMember, StaffAdded>(
            (act, ct) => act.DoAsync(input, Provenance.Verb("test", chat.Database.Clock.UtcNow), ct), default)).Value.Id;
    }
}
