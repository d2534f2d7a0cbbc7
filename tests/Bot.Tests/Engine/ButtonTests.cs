using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>Presses that come late, twice, or from somewhere else; and a program that stops in between.</summary>
public sealed class ButtonTests
{
    [Theory, OnSqlite]
    public async Task A_stale_button_says_so_and_shows_the_present_question(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToGroup);
        var old = chat.TokenOf("Keluarga saya");

        // Act
        await chat.PressTokenAsync(old);

        // Assert
        await chat.PlayAsync(
            """
            < Tombol itu sudah tidak berlaku.
            < Langkah 2 dari 6
            > lapor
            < Laporan Anda belum dikirim.
            < Langkah 2 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task A_button_that_was_never_given_out_is_a_stale_one(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToGroup);

        // Act
        await chat.PressTokenAsync("review.send");

        // Assert
        await chat.PlayAsync("< Tombol itu sudah tidak berlaku.");
    }

    [Theory, OnSqlite]
    public async Task A_button_of_an_earlier_copy_of_the_same_question_still_works(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);
        var first = chat.TokenOf("Keluarga saya");
        await chat.PlayAsync("> qwerty\n> qwerty\n> qwerty\n< kurang membantu");

        // Act
        await chat.PressTokenAsync(first);

        // Assert
        await chat.PlayAsync("< Siapa nama orang yang dibantu?");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task However_often_send_is_pressed_there_is_one_complaint_and_one_number(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReview);
        var send = chat.TokenOf("Kirim laporan");

        // Act
        var said = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await chat.PressTokenAsync(send);
            said.Add(chat.Heard.Single().Text);
        }

        await chat.PlayAsync("> kirim");
        said.Add(chat.Heard.Single().Text);

        // Assert
        Assert.Single(said.Distinct());
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Contains(complaint.Reference, said[0], StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task An_update_that_is_delivered_twice_is_answered_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act
        await chat.SendAsync(Protocol.Activity.OfText("uang sekolah belum lunas"), "same");
        await chat.SendAsync(Protocol.Activity.OfText("uang sekolah belum lunas"), "same");

        // Assert
        await chat.PlayAsync(
            """
            < -
            > selesai
            > Sadu
            > lewati
            > Siti 081234567890
            < 3. Cerita: uang sekolah belum lunas
            <! lunas uang
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_survives_a_restart_at_every_step(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        string[] lines =
        [
            "lapor", "setuju", "saya", "sekolah", "ijazah anak saya ditahan", "selesai", "Sadu", "(photo)", "selesai", "Siti", "081234567890",
        ];

        // Act
        foreach (var line in lines)
        {
            await chat.PlayAsync($"> {line}");
            await chat.RestartAsync();
        }

        // Assert
        await chat.PlayAsync(
            """
            < Periksa dulu
            < 3. Cerita: ijazah anak saya ditahan
            < 5. Foto: 1 berkas
            > [Kirim laporan]
            < ✅ Laporan terkirim.
            """);
    }

    [Theory, OnSqlite]
    public async Task A_draft_of_a_shape_that_a_newer_release_cannot_read_begins_anew(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);
        await using (var scope = chat.Database.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
            var cipher = scope.ServiceProvider.GetRequiredService<FieldCipher>();
            var conversation = await db.Conversations.SingleAsync();
            conversation.Draft = cipher.Seal("""{"Subject":"Somebody","Photos":"many"}""", new("conversation"), conversation.Id, "draft");
            conversation.Prompt = cipher.Seal("[]", new("conversation"), conversation.Id, "prompt");
            conversation.Step = "a step of long ago";
            await chat.Database.Gate.SaveAsync(db, default);
        }

        // Act, Assert
        await chat.PlayAsync("> halo\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite]
    public async Task A_message_of_four_thousand_letters_is_answered_at_every_step(DatabaseProvider provider)
    {
        // Arrange
        var longest = string.Concat(Enumerable.Repeat("08 kampung cibodas ", 220))[..4000];
        string[] paths = [Paths.ToConsent, Paths.ToGroup, Paths.ToStory, Paths.ToVillage, Paths.ToPhotos, Paths.ToName, Paths.ToNationalId, Paths.ToReview];
        foreach (var path in paths)
        {
            await using var chat = await ConversationScript.BeginAsync(provider);
            await chat.PlayAsync(path);

            // Act
            await chat.PlayAsync($"> {longest}");
            await chat.WaitAsync();

            // Assert
            Assert.NotEmpty(chat.Heard.Single().Choices);
        }
    }
}
