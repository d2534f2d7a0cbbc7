using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>What the chat gave before is offered for a yes, and not asked again.</summary>
public sealed class KnownContactTests
{
    private const string Second =
        """
        > lapor
        > saya
        > rumah
        > atap rumah kami bocor
        > selesai
        > ya
        > lewati
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_person_says_yes_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PlayAsync(Second);
        await chat.PlayAsync("< Apakah Anda Siti Aminah, nomor HP 0812-••••-7890?\n<! 3456\n> ya\n< 6. Pelapor: Siti Aminah, 0812-3456-7890\n> kirim");

        // Assert
        var second = await chat.Database.ReadAsync(db => db.Complaints.OrderByDescending(c => c.Id).FirstAsync());
        Assert.Equal("+6281234567890", Open(chat, second, second.Phone, "phone"));
        Assert.Equal("Siti Aminah", Open(chat, second, second.ReporterName, "reporter_name"));
    }

    [Theory, OnSqlite]
    public async Task Somebody_else_on_the_phone_says_another_name_and_is_offered_the_number(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync(Second);
        await chat.PlayAsync("> Bu Entin\n< Nomor HP 0812-••••-7890 masih benar?\n> ganti\n< nomor HP\n> 0857 1234 5678\n< 6. Pelapor: Bu Entin, 0857-1234-5678\n> kirim");

        // Two people by now: no name is read out to either.
        await chat.PlayAsync(Second);
        await chat.PlayAsync("< Siapa nama Anda?\n<! Siti\n<! Entin\n> Asep\n< Nomor HP 0857-••••-5678 masih benar?\n> ya\n< 6. Pelapor: Asep, 0857-1234-5678");
    }

    [Theory, OnSqlite]
    public async Task Change_asks_as_if_nothing_were_known_and_nobody_has_to_be_named(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync(Second);

        // Act, Assert
        await chat.PlayAsync("> [Ganti]\n< Siapa nama Anda?\n> kembali\n> lewati\n> rahasiakan\n< 6. Pelapor: dirahasiakan");
    }

    [Theory, OnSqlite]
    public async Task A_locked_chat_offers_nothing_of_those_who_wrote_before(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync("> kunci\n> 4817\n> 4817");
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(11));

        // Act, Assert
        await chat.PlayAsync(Second);
        await chat.PlayAsync("< Siapa nama Anda?\n<! Siti\n> Entin\n< Berapa nomor HP");
    }

    [Theory, OnSqlite]
    public async Task In_English_it_is_English(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync("> bahasa inggris\n> report\n> me\n> house\n> the roof of our house leaks\n> that is all\n> yes\n> skip\n< Are you Siti Aminah, phone 0812-••••-7890?");
    }

    private static string Open(ConversationScript chat, Complaint complaint, Sealed? value, string column) =>
        chat.Database.Services.GetRequiredService<FieldCipher>().Open(value!, new("complaint"), complaint.Id, column);
}
