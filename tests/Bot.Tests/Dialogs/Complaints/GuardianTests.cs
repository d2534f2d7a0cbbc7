using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>For a child its parent or guardian answers, and no NIK of the child is asked for.</summary>
public sealed class GuardianTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_parent_is_the_guardian_without_another_question(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > lapor
            > setuju
            > [Anak saya (di bawah 18)]
            < Siapa nama orang yang dibantu?
            > Dede
            > kesehatan
            > sakit
            > panas sudah seminggu dan tidak ada biaya
            > selesai
            > Sadu
            > lewati
            > Siti, 081234567890
            < Dengan NIK orang tua
            < NIK anak tidak perlu.
            > 3204 3752 0374 9999
            < 1. Untuk: Anak saya (di bawah 18), Dede
            > kirim
            < tetap datang. Bawa KTP
            <! setuju
            > cek
            < Sekarang di meja
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((Subject.Family, true, Relation.Parent), (complaint.Subject, complaint.IsChild, complaint.GuardianRelation));
        Assert.Equal("Siti", Open(chat, complaint));
        Assert.Equal(RepresentativeConsent.Guardian, (await RowAsync(chat)).Consent);
    }

    [Theory, OnSqlite]
    public async Task That_it_is_a_child_may_be_told_at_the_end_and_the_guardian_hears_all(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt("keluarga"));

        // Act
        await chat.PlayAsync("> masih kecil\n< Siapa orang tua atau wali anak itu?\n> saya neneknya\n< sebagai orang tua atau wali\n> cek\n< Sekarang di meja");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((true, Relation.Guardian), (complaint.IsChild, complaint.GuardianRelation));
        Assert.Equal("Siti", Open(chat, complaint));
    }

    [Theory, OnSqlite]
    public async Task A_neighbours_child_has_a_guardian_of_its_own_who_is_asked_by_staff(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt("tetangga"));

        // Act
        await chat.PlayAsync(
            """
            > [Masih anak-anak]
            > [Orang lain]
            < Siapa nama orang tua atau walinya?
            > Bu Entin
            < Sebelum orang tua atau walinya setuju
            > cek
            <! meja
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((true, Relation.Other), (complaint.IsChild, complaint.GuardianRelation));
        Assert.Equal("Bu Entin", Open(chat, complaint));
        Assert.Equal(RepresentativeConsent.Pending, (await RowAsync(chat)).Consent);
    }

    [Theory, OnSqlite]
    public async Task The_guardians_name_may_be_left_out(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt("tetangga"));

        // Act
        await chat.PlayAsync("> anak\n> orang lain\n> lewati\n< sudah saya catat");

        // Assert
        Assert.Null((await chat.FirstComplaintAsync()).GuardianName);
        Assert.True((await chat.FirstComplaintAsync()).IsChild);
    }

    private static string ToReceipt(string subject) =>
        $"""
        > lapor
        > setuju
        > {subject}
        > Dede
        > sekolah
        > uang sekolahnya belum dibayar
        > selesai
        > Sadu
        > lewati
        > Siti, 081234567890
        > kirim
        < setuju Anda menerima kabar
        """;

    private static string Open(ConversationScript chat, Complaint complaint) =>
        chat.Database.Services.GetRequiredService<FieldCipher>().Open(complaint.GuardianName!, new("complaint"), complaint.Id, "guardian_name");

    private static Task<Representative> RowAsync(ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.Representatives.SingleAsync());
}
