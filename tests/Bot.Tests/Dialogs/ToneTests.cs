using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Settings;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>How it sounds: nothing twice, nothing empty, no numbers that jump, and calm for who is angry or unsure.</summary>
public sealed class ToneTests
{
    private static readonly (string, string) SwitchedOn = ("Languages:Answers", "su, jv");

    [Theory, OnSqlite]
    public async Task A_child_with_a_name_has_one_pair_of_brackets(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            {Paths.ToSubject}
            > [Anak saya (di bawah 18)]
            > dafa
            > sekolah
            > ijazah anak saya ditahan sekolah
            > selesai
            > Sadu
            > lewati
            > rahasiakan
            < 1. Untuk: Anak saya (di bawah 18), dafa
            """);
    }

    [Theory, OnSqlite]
    public async Task Three_photos_are_acknowledged_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync("> (album a)\n> (album a)\n> (album a)\n< 3 foto kami terima.\n< Kirim lagi kalau ada\n<! sudah saya terima");
        await chat.PlayAsync("> (photo)\n< Fotonya sudah saya terima.\n< Kirim lagi kalau ada\n<! foto kami terima");
    }

    [Theory]
    [InlineData("id", "Langkah 3 sudah terisi dari pesan Anda tadi.", "Langkah 4 dari 6")]
    [InlineData("en", "Step 3 is already answered by what you wrote.", "Step 4 of 6")]
    [InlineData("su", "Léngkah 3 tos kaeusi", "Léngkah 4 ti 6")]
    [InlineData("jv", "Langkah 3 sampun kaisi", "Langkah 4 saking 6")]
    public async Task A_number_that_is_skipped_is_named(string language, string filled, string next)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite, SwitchedOn);
        await chat.PlayAsync($"> {(language == "id" ? "bahasa indonesia" : language == "en" ? "english" : language == "su" ? "basa sunda" : "basa jawa")}");

        // Act, Assert
        await chat.PlayAsync($"> ijazah anak saya ditahan sekolah karena nunggak\n< ?\n> setuju\n> saya sendiri\n> sekolah\n< {filled}\n< {next}");
    }

    [Theory, OnSqlite]
    public async Task Step_by_step_no_number_is_named_twice(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(Paths.ToReceipt);

        // Assert
        Assert.DoesNotContain("sudah terisi", chat.Transcript, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Reasons_of_urgency_are_what_a_person_says(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > bpjs pbi saya dinonaktifkan februari kmrn, saya cuci darah seminggu 2x tolong pak
            < Apakah Anda setuju?
            > setuju
            > saya
            > ya
            > Sadu
            > lewati
            > Siti, 081234567890
            > lewati
            < «cuci darah
            <! «darah»
            <! «cuci»
            > kirim
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        var words = chat.Database.Services.GetRequiredService<FieldCipher>().Open(complaint.UrgencyWords!, Complaint.Table, complaint.Id, "urgency_words");
        Assert.Contains("cuci darah", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> (sticker)", "Stikernya lucu")]
    [InlineData("> 👍", "Baik.")]
    [InlineData("> 🙏🙏", "Baik.")]
    [InlineData("> iya bu", "Baik.")]
    [InlineData("> ok sip", "Baik.")]
    [InlineData("> amin", "Baik.")]
    public async Task Who_sends_nothing_after_sending_hears_that_all_is_well(string does, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        var reference = await chat.LodgeAsync();

        // Act, Assert: as often as it comes, and the form that was sent stays sent.
        await chat.PlayAsync($"{does}\n< {hears}\n< Tenang, laporan {reference} sudah terkirim\n<! belum paham\n{does}\n< sudah terkirim");
        await chat.PlayAsync($"> english\n> lapor\n> batal\n{does}\n<! Tenang");
    }

    [Theory, OnSqlite]
    public async Task An_old_button_after_sending_says_that_the_report_is_safe(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);
        var old = chat.TokenOf("Saya sendiri");
        chat.ComesFrom("chat1");
        await chat.PlayAsync(Paths.ToReceipt[(Paths.ToSubject.Length + 1)..]);
        var reference = await chat.FirstReferenceAsync();

        // Act
        await chat.PressTokenAsync(old);

        // Assert
        await chat.PlayAsync($"< Tombol itu sudah tidak berlaku.\n<! Ini pertanyaan yang sekarang\n< Tenang, laporan {reference} sudah terkirim");
    }

    [Theory]
    [InlineData("saya kesel banget udah lapor berkali kali percuma aja", "Saya mengerti Anda kesal")]
    [InlineData("goblok semua ini petugas", "Saya mengerti Anda kesal")]
    [InlineData("keuheul abdi mah tos lami teu aya wartos", "Saya mengerti Anda kesal")]
    [InlineData("mangkel aku pak ora ono kabar terus", "Saya mengerti Anda kesal")]
    public async Task An_angry_person_is_met_with_sympathy_once(string says, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync("> halo");

        // Act, Assert
        await chat.PlayAsync($"> {says}\n< {hears}\n<! belum paham\n> {says}\n<! {hears}");
    }

    [Theory, OnSqlite]
    public async Task In_a_form_the_angry_word_is_no_misunderstanding_and_the_question_stays(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act, Assert
        await chat.PlayAsync("> percuma anjing\n< Saya mengerti Anda kesal, dan maaf sampai begini.\n< tulis «petugas»\n<! belum paham\n< Langkah 1 dari 6");
        await chat.PlayAsync("> english\n> useless\n<! I understand that you are upset\n< Myself");
        chat.Database.Clock.Advance(TimeSpan.FromHours(13));
        await chat.PlayAsync("> you are all useless\n< I understand that you are upset");
    }

    [Theory, OnSqlite]
    public async Task The_list_says_what_each_report_is_about(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var first = await chat.LodgeAsync();
        await chat.PlayAsync(Paths.AboutTheHouse);

        // Act, Assert
        await chat.PlayAsync($"> cek\n< 1. Rumah – SLRT-\n< 2. Sekolah – {first}, 23 November 2026: Diterima\n< [Sekolah · {first[5..]}]");
        await chat.PlayAsync("> english\n> status\n< 1. House – SLRT-\n< 2. School – ");
    }

    [Theory]
    [InlineData(8, "Jumat, 27 November 2026 pukul 08.00 WIB.")]
    [InlineData(22, "Jumat, 27 November 2026.")]
    [InlineData(26, "Jumat, 27 November 2026.")]
    public async Task No_promise_names_an_hour_of_the_night(int hour, string until)
    {
        // Arrange: three days before, at that hour in Bandung.
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc).AddHours(hour - 7));

        // Act, Assert
        await chat.PlayAsync($"> perbaiki data\n< paling lambat {until}");
    }

    [Fact]
    public void An_office_without_an_address_is_still_a_place()
    {
        // Arrange
        var office = new OfficeFacts(new OfficeOptions { Address = " ", Telephone = "" }, new SettledValues());

        // Act, Assert
        Assert.False(office.HasAddress);
        Assert.False(office.HasTelephone);
    }
}
