using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Settings;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Office;

/// <summary>The hours that are told are those that hold where the person lives, on the day that is asked about.</summary>
public sealed class OpeningHoursTests
{
    private const string Soreang = "32.04.37";

    [Fact]
    public async Task They_are_of_the_office_of_the_persons_area()
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        chat.Database.Services.GetRequiredService<SettledValues>().Settle(new(CalendarSettings.OfficeHours, Soreang), "Mon-Fri 07:30-14:00; Sat 08:00-11:00");

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > kantor buka ga hari sabtu?
            < kantor tutup.
            {Paths.ToPhotos}
            > kantor buka ga hari sabtu?
            < Sabtu, 28 November 2026: kantor buka 08.00-11.00.
            < Jam buka kantor: Senin-Jumat 07.30-14.00; Sabtu 08.00-11.00.
            < Langkah 5 dari 6
            """);
    }

    [Fact]
    public async Task A_day_off_that_was_settled_counts()
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        chat.Database.Services.GetRequiredService<SettledValues>().Settle(new(CalendarSettings.Of(new DateOnly(2026, 11, 24)), "32.04"), "local Hari jadi kabupaten");

        // Act, Assert
        await chat.PlayAsync(
            """
            > besok buka ga?
            < Selasa, 24 November 2026: kantor tutup.
            """);
    }

    [Fact]
    public async Task Where_no_telephone_is_known_the_way_to_a_person_is_told()
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        chat.Database.Services.GetRequiredService<SettledValues>().Settle(new(SettingCatalogue.OfficeTelephone), "");

        // Act, Assert
        await chat.PlayAsync(
            """
            > ada nomor yang bisa ditelepon ga
            < Nomor telepon kantor belum tercatat di sini. Tulis «petugas»
            > can i call the office?
            < No telephone number of the office is known here.
            """);
    }
}
