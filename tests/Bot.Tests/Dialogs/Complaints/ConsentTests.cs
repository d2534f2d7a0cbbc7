using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>Nothing is kept without consent, and consent can be taken back.</summary>
public sealed class ConsentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_wipes_what_was_told_and_shows_the_way_to_the_office(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > (photo)
            > bpjs saya dinonaktifkan padahal saya cuci darah
            < Apakah Anda setuju?
            > tidak setuju
            < Cerita Anda tidak disimpan dan sudah dihapus.
            < Jl. Al-Fathu, Soreang
            < Polisi: 110
            """);

        // Assert
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Null(conversation.Draft);
        Assert.Null(conversation.ConsentVersion);
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync()));
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Text != null || m.Payload != null)));
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "draft.forgotten")));
    }

    [Theory, OnSqlite]
    public async Task A_no_inside_a_story_refuses_nothing_and_a_may_i_agrees_to_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > lapor
            < Apakah Anda setuju?
            > kenapa saya tidak dapat pkh
            < kami simpan; hanya petugas yang menangani
            <! dihapus
            > boleh tahu ini untuk apa
            < Apakah Anda setuju?
            > ini siapa
            < Halo, saya SlrtBot, asisten otomatis (bot)
            < Apakah Anda setuju?
            """);
        var before = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        await chat.PlayAsync(
            """
            > iya boleh pak
            < Langkah 2 dari 6
            """);

        // Assert
        Assert.Null(before.ConsentVersion);
        Assert.NotNull(before.Draft);
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "draft.forgotten")));
    }

    [Theory, OnSqlite]
    public async Task Consent_is_asked_once_and_stored_with_the_version_of_its_text(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > lapor
            > baca lengkap
            < UU 27/2022
            < Apakah Anda setuju?
            > ya
            > batal
            > lapor
            < Langkah 1 dari 6
            """);

        // Assert
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Equal(ConsentStep.Version, conversation.ConsentVersion);
        Assert.Equal(chat.Database.Clock.UtcNow, conversation.ConsentAt);
    }

    [Theory, OnSqlite]
    public async Task Consent_can_be_withdrawn_with_a_word(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync(
            """
            > cabut izin
            < Izin Anda sudah dicabut
            > lapor
            < Apakah Anda setuju?
            """);
    }

    [Fact]
    public void A_changed_consent_text_needs_a_new_version()
    {
        // Arrange
        var book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);
        var text = book.Get("id", "ask.consent", ("years", 5)) + book.Get("id", "consent.full", ("years", 5));

        // Act
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

        // Assert: whoever changes the text changes both, so that residents are asked again.
        Assert.Equal(("2026-11", "866A198EB8A0"), (ConsentStep.Version, hash));
    }
}
