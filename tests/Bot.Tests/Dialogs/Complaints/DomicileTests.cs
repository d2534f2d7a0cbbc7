using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>Where the KTP says that people live, asked only where something hints that it is elsewhere.</summary>
public sealed class DomicileTests
{
    private const string IssuedElsewhere = "3273375203749999";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_NIK_of_elsewhere_asks_once_and_keeps_both_addresses(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act
        await chat.PlayAsync(
            $"""
            > {IssuedElsewhere}
            < Apakah alamat di KTP juga Desa Sadu, Kec. Soreang?
            > beda
            < Di KTP, desa atau kecamatan mana yang tertulis?
            > Cisurupan Garut
            < 4. Tempat: Desa Sadu, Kec. Soreang (di KTP: Cisurupan Garut)
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal("32.04.37.2002", complaint.VillageCode);
        Assert.Equal("Cisurupan Garut", Open(chat, complaint));
    }

    [Theory, OnSqlite]
    public async Task A_village_of_here_is_written_with_its_sub_district(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act
        await chat.PlayAsync($"> {IssuedElsewhere}\n> beda\n> bojong soang\n< Periksa dulu\n> kirim");

        // Assert
        Assert.Equal("Desa Bojongsoang, Kec. Bojongsoang", Open(chat, await chat.FirstComplaintAsync()));
    }

    [Theory, OnSqlite]
    public async Task Who_says_that_it_is_the_same_is_asked_nothing_more(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act
        await chat.PlayAsync($"> {IssuedElsewhere}\n> sama\n< Periksa dulu\n<! di KTP\n> kirim");

        // Assert
        Assert.Null((await chat.FirstComplaintAsync()).CardAddress);
    }

    [Theory, OnSqlite]
    public async Task A_story_that_says_so_asks_without_a_NIK_and_another_does_not(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act, Assert
        await chat.PlayAsync(
            """
            > ijazah anak ditahan, KTP saya masih Garut
            > selesai
            > Sadu
            > lewati
            > Siti, 081234567890
            < Apakah alamat di KTP juga Desa Sadu
            > lewati
            < Periksa dulu
            > kirim
            > lapor
            > saya
            > sekolah
            > ktp saya hilang dan ijazah ditahan
            > selesai
            > ya
            > lewati
            > ya
            < Periksa dulu
            """);
    }

    [Theory, OnSqlite]
    public async Task In_English_it_is_English(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> bahasa inggris");
        await chat.PlayAsync("> report\n> yes\n> me\n> school\n> the school keeps it, my KTP is still Garut\n> that is all\n> Sadu\n> skip\n> Siti, 081234567890");

        // Act, Assert
        await chat.PlayAsync("< Does the KTP say\n> different\n< Which village or sub-district does the KTP say?\n> Garut\n< (on the KTP: Garut)");
    }

    private static string Open(ConversationScript chat, Complaint complaint) =>
        chat.Database.Services.GetRequiredService<FieldCipher>().Open(complaint.CardAddress!, new("complaint"), complaint.Id, "card_address");
}
