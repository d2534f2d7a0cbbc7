using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.StaffLinks;

/// <summary>A resident's chat, opened with the code that a facilitator shows.</summary>
public sealed class AssistedStartTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_chat_says_who_helps_knows_the_village_and_the_complaint_keeps_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var staff = await chat.Database.StaffMemberAsync();

        // Act
        await chat.PlayAsync(
            $"""
            > /start f_{Code(chat, staff)}
            < Anda dibantu oleh Dedi Supriadi, petugas (Fasilitator desa,
            < Apakah Anda setuju?
            > setuju
            > saya sendiri
            > sekolah
            > ijazah anak saya ditahan sekolah
            > selesai
            < Apakah kejadiannya di
            > ya
            > lewati
            > rahasiakan
            > kirim
            < terkirim
            """);

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((staff.Id, TestData.Village), (complaint.AssistedBy, complaint.VillageCode));
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_a_complaint_nothing_is_lost(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var staff = await chat.Database.StaffMemberAsync();
        await chat.PlayAsync(Paths.ToPhotos);

        // Act
        await chat.PlayAsync($"> /start f_{Code(chat, staff)}\n< Anda dibantu oleh\n< Langkah 5 dari 6\n> lewati\n> rahasiakan\n> kirim\n< terkirim");

        // Assert
        Assert.Equal(staff.Id, (await chat.FirstComplaintAsync()).AssistedBy);
    }

    [Theory, OnSqlite]
    public async Task A_code_of_nobody_and_a_sixth_try_sound_alike(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var staff = await chat.Database.StaffMemberAsync();

        // Act, Assert
        for (var i = 0; i < 5; i++)
        {
            await chat.PlayAsync("> /start f_PTG0000000\n< Kode petugas itu tidak kami kenal.");
        }

        await chat.PlayAsync($"> /start f_{Code(chat, staff)}\n< Kode petugas itu tidak kami kenal.\n<! Dedi");
        Assert.False(await chat.Database.ReadAsync(db => db.Complaints.AnyAsync()));
    }

    private static string Code(ConversationScript chat, StaffMember staff) =>
        chat.Database.Services.GetRequiredService<BadgeCode>().Of(staff.Id).Replace("-", "", StringComparison.Ordinal);
}
