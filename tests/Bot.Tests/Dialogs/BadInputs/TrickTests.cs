using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.BadInputs;

/// <summary>Odd letters that phones and copying bring in: understood as what is meant, never stored as they came.</summary>
public sealed class TrickTests
{
    private const string Zero = "\u200B";
    private const string Joiner = "\u200D";
    private const string Turned = "\u202E";
    private const string Fillers = "\u3164\u115F";
    private const string Nbsp = "\u00A0";

    [Theory, OnSqlite, OnPostgres]
    public async Task Commands_labels_and_numbers_are_understood_through_letters_that_nobody_sees(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > /la{Zero}por
            < Apakah Anda setuju?
            > {Turned}Setuju, lanjut
            < Langkah 1 dari 6
            > １
            < Langkah 2 dari 6
            > se{Zero}kolah
            < Langkah 3 dari 6
            > k{Joiner}embali
            < Langkah 2 dari 6
            > SEKOLAH
            > ijazah anak saya ditahan sekolah
            > selesai
            > Sa{Zero}du
            < Langkah 5 dari 6
            > lew{Zero}ati
            < Langkah 6 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task A_name_keeps_its_letters_and_nothing_that_turns_or_hides_them(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToName);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > {Fillers}
            < Langkah 6 dari 6
            > {Turned}Siti{Zero}{Nbsp} Aminah{Zero}
            < nomor HP
            > ０８１２{Nbsp}3456{Nbsp}7890
            < 6. Pelapor: Siti Aminah, 0812-3456-7890
            """);
    }

    [Theory]
    [OnSqlite("\uFF13\uFF12\uFF10\uFF14\uFF13\uFF17\uFF11\uFF12\uFF10\uFF13\uFF17\uFF14\uFF19\uFF19\uFF19\uFF19")]
    [OnSqlite("3204\u00A03712\u202F0374\u20099999")]
    [OnSqlite("32043712\u200B03749999")]
    [OnSqlite("NIK : 3204-3712-0374-9999")]
    public async Task A_NIK_is_read_however_its_digits_look(DatabaseProvider provider, string typed)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act, Assert
        await chat.PlayAsync($"> {typed}\n< Periksa dulu\n< NIK ••••••••••••9999");
    }

    [Theory]
    [OnSqlite("3204\u202F3712\u202F0374\u202F9999")]
    [OnSqlite("3204\u20093712\t0374 9999")]
    public async Task A_NIK_inside_a_story_is_hidden_whatever_stands_between_its_digits(DatabaseProvider provider, string number)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"> bansos saya belum cair tiga bulan NIK {number}\n< Nomor 16 angka itu saya simpan tersembunyi");

        // Assert
        var message = await chat.Database.ReadAsync(db => db.InboundMessages.SingleAsync());
        var cipher = chat.Database.Services.GetService(typeof(FieldCipher)) as FieldCipher;
        Assert.DoesNotContain("3712", cipher!.Open(message.Text!, new("inbound_message"), message.Id, "text"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_number_that_a_spreadsheet_cut_off_is_asked_for_digit_by_digit(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act, Assert
        await chat.PlayAsync("> 3,20437E+15\n< Angka itu terpotong\n< 16 angka NIK\n> 3.2E15\n< Angka itu terpotong");
    }
}
