using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Turns;

/// <summary>A NIK or KK number that nobody asked for: kept apart and sealed, masked everywhere, taken out of the chat.</summary>
public sealed class WrittenNumberTests
{
    private const string Woman = "3204375203749999";
    private const string Card = "3204371203190001";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_in_a_story_is_masked_and_its_message_removed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToStory);

        // Act
        await chat.PlayAsync(
            $"""
            > ijazah anak saya ditahan, nik saya {Woman}
            < tersembunyi
            > selesai
            > Sadu
            > lewati
            > Siti, 081234567890
            < ••••9999
            <! {Woman}
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        var complaint = await chat.FirstComplaintAsync();
        Assert.DoesNotContain(Woman, cipher.Open(complaint.Story, new("complaint"), complaint.Id, "story"), StringComparison.Ordinal);
        Assert.Equal(Woman, cipher.Open(complaint.WrittenNumbers!, new("complaint"), complaint.Id, "written_numbers"));
        var texts = await chat.Database.ReadAsync(db => db.InboundMessages.Where(m => m.Text != null).ToListAsync());
        Assert.DoesNotContain(texts, m => cipher.Open(m.Text!, new("inbound_message"), m.Id, "text").Contains(Woman, StringComparison.Ordinal));
        var removal = await chat.Database.ReadAsync(db => db.OutboundMessages.SingleAsync(m => m.Kind == OutboundKind.Removal));
        Assert.StartsWith("message", cipher.OpenBody(removal.Body, removal.Id).Target, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_number_told_early_is_confirmed_and_not_asked_for_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > suami saya sakit dan tidak punya biaya, nik {Woman}
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            > kesehatan
            > sakit
            > Sadu
            > lewati
            > Siti, 081234567890
            < Apakah itu NIK?
            > iya
            < NIK ••••••••••••9999
            """);
    }

    [Theory, OnSqlite]
    public async Task A_family_cards_number_is_not_taken_for_the_NIK(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > suami saya sakit dan tidak punya biaya, kk {Card}
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            > kesehatan
            > sakit
            > Sadu
            > lewati
            > Siti, 081234567890
            < Apakah itu NIK?
            > [Itu nomor KK]
            < 16 angka NIK
            > {Card}
            < nomor KK
            """);
    }

    [Theory, OnSqlite]
    public async Task A_NIK_that_was_asked_for_is_removed_from_the_chat_too(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act
        await chat.PlayAsync($"> {Woman}\n< Periksa dulu");

        // Assert
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.OutboundMessages.CountAsync(m => m.Kind == OutboundKind.Removal)));
    }

    [Theory, OnSqlite]
    public async Task A_number_in_an_answer_to_staff_is_kept_with_the_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "ask_resident");

        // Act
        await chat.PlayAsync($"> ini nik ibu saya {Woman} pak\n< Jawaban");

        // Assert
        Assert.NotNull((await chat.FirstComplaintAsync()).WrittenNumbers);
    }
}
