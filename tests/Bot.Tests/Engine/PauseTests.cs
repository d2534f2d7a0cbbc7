using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>People tell a story as they talk: in many short messages. It is heard out before it is answered.</summary>
public sealed class PauseTests
{
    private const string TwelvePieces =
        """
        > pak mau tanya
        < -
        > bansos saya
        < -
        > dari kemarin
        > belum cair cair
        > padahal tetangga sudah
        > saya janda
        > anak tiga
        > yang kecil sakit
        > saya cuma buruh cuci
        > kadang dapat kadang tidak
        > tolong
        > tolong dibantu pak
        < -
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task Twelve_short_messages_are_one_story_with_one_answer(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(TwelvePieces);

        // Act
        await chat.WaitAsync();

        // Assert
        Assert.Contains("Apakah Anda setuju?", Assert.Single(chat.Heard).Text, StringComparison.Ordinal);
        await chat.PlayAsync(
            """
            > setuju
            > saya sendiri
            > uang
            > belum cair
            > Sadu
            > lewati
            > Euis, 081234567890
            > lewati
            < Periksa dulu
            > kirim
            < ✅ Laporan terkirim.
            """);
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        var story = chat.Database.Services.GetRequiredService<FieldCipher>().Open(complaint.Story, new("complaint"), complaint.Id, "story");
        Assert.Equal(12, story.Split('\n').Length);
        Assert.StartsWith("pak mau tanya\nbansos saya\n", story, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_restart_in_the_middle_of_a_story_loses_no_piece(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);
        await chat.PlayAsync("> ijazah anak saya\n> ditahan sekolah");

        // Act
        await chat.RestartAsync();

        // Assert
        await chat.PlayAsync(
            """
            > sudah dua tahun
            < -
            > selesai
            < Langkah 4 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task Each_piece_starts_the_pause_anew(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Paths.ToStory}\n> ijazah anak saya");

        // Act
        chat.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        await chat.PlayAsync("> ditahan sekolah");
        chat.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        await chat.EndPauseAsync();

        // Assert
        Assert.Empty(chat.Heard);
        await chat.WaitAsync();
        Assert.Contains("Selesai bercerita", chat.Transcript, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_few_words_every_six_seconds_are_one_story_and_slower_ones_are_waited_for_longer(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act: the longest gap is nine seconds, of which half as much again is waited.
        foreach (var (piece, seconds) in new[] { ("anak saya", 6), ("yang kecil", 6), ("sakit panas", 7), ("udah seminggu", 9), ("belum dibawa ke mana mana, ga punya uang", 12) })
        {
            await chat.PlayAsync($"> {piece}");
            chat.Database.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await chat.EndPauseAsync();
        }

        // Assert
        Assert.DoesNotContain("Apakah Anda setuju?", chat.Transcript, StringComparison.Ordinal);
        await chat.WaitAsync();
        Assert.Contains("Apakah Anda setuju?", Assert.Single(chat.Heard).Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Nobody_is_waited_for_longer_than_a_quarter_of_a_minute(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> anak saya");
        chat.Database.Clock.Advance(TimeSpan.FromSeconds(40));

        // Act: the program was busy, and the pause had not ended yet.
        await chat.PlayAsync("> sakit panas");

        // Assert
        var due = await chat.Database.ReadAsync(db => db.Conversations.Select(c => c.CollectUntil).SingleAsync());
        Assert.Equal(TimeSpan.FromSeconds(15), due!.Value - chat.Database.Clock.GetUtcNow().UtcDateTime);
    }

    [Theory, OnSqlite]
    public async Task Words_of_an_emergency_are_answered_at_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Paths.ToStory}\n> pak");

        // Act
        await chat.PlayAsync("> saya dipukul suami");

        // Assert
        Assert.Contains("110", chat.Heard[0].Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_button_pressed_in_the_middle_counts_after_what_was_said_before_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act, Assert
        await chat.PlayAsync(
            """
            > ijazah anak saya ditahan
            < Selesai bercerita
            > sekolahnya minta tiga juta
            > [Selesai bercerita]
            < Langkah 4 dari 6
            > Sadu
            > lewati
            > Euis, 081234567890
            < sekolahnya minta tiga juta
            """);
    }

    [Theory, OnSqlite]
    public async Task Cancelling_in_the_middle_of_a_story_forgets_its_pieces(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Paths.ToStory}\n> ijazah anak saya\n> ditahan sekolah");

        // Act
        await chat.PlayAsync("> batal\n> ya batalkan\n< dibatalkan");

        // Assert
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).Collected);
        Assert.All(await chat.Database.ReadAsync(db => db.InboundMessages.OrderBy(m => m.Id).Take(5).ToListAsync()), m => Assert.Null(m.Text));
    }

    [Theory, OnSqlite]
    public async Task An_album_has_one_answer_that_counts_its_photos(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync(
            """
            > (album a)
            < -
            > (album a)
            < -
            > (album a)
            < 3 foto kami terima.
            < [✅ Selesai]
            """);
    }

    [Theory, OnSqlite]
    public async Task Without_a_pause_every_piece_is_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, new PaceOptions { StoryPauseSeconds = 0 });
        await chat.PlayAsync(Paths.ToStory);

        // Act
        await chat.PlayAsync("> ijazah anak saya ditahan");

        // Assert
        Assert.Single(chat.Heard);
    }
}
