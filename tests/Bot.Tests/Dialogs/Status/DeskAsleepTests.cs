using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Status;

/// <summary>
/// A case on which a desk sleeps, day by day, as its resident reads it: the real chat, the acts of every desk, the jobs of the clock, and
/// nothing put into the database in between.
/// </summary>
public sealed class DeskAsleepTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task While_a_desk_sleeps_the_next_one_is_asked_and_the_resident_reads_whose_it_is(DatabaseProvider provider)
    {
        // Arrange: Monday
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        var complaint = await chat.FirstComplaintAsync();
        var desks = await HandoverDesksOf.WorkAsync(chat.Database, complaint.VillageCode);
        await chat.PlayAsync("> cek\n< Sekarang di meja: Penerima laporan");

        // Act, Assert: the village begins, and hands it up in vain
        Assert.Empty((await chat.Database.PlanAsync(complaint, desks.Facilitator)).Refusals);
        await chat.PlayAsync("> cek\n< Sekarang di meja: Fasilitator desa");
        var asleep = (await desks.HandOnAsync(complaint, desks.Facilitator, HandoverDesk.District)).Value.Handover;
        await chat.PlayAsync("> cek\n< Sekarang di meja: Fasilitator desa");

        // Act, Assert: Friday; the supervisor has slept, and the manager is asked
        chat.DaysPass(4);
        await chat.RunAsync("handovers");
        Assert.Equal(HandoverStatus.Lapsed, (await desks.ReloadAsync(asleep)).Status);
        var asked = await chat.Database.ReadAsync(db => db.Handovers.SingleAsync(h => h.IsRunning));
        Assert.Equal((HandoverDesk.Manager, HandoverReasons.Unanswered), (asked.ToDesk, asked.Reason));
        await chat.PlayAsync("> cek\n< Sekarang di meja: Fasilitator desa\n< belum tercatat hasilnya\n<! Kalau tidak bisa");

        // Act, Assert: the promised day has passed, and the resident asks for superiors
        chat.DaysPass(4);
        await chat.PlayAsync($"> cek\n< sudah lewat\n> [Lewat, naikkan]\n< Sudah saya naikkan. Atasan petugas sekarang melihat bahwa laporan {reference}");

        // Act, Assert: the manager accepts
        Assert.Empty((await desks.AnswerAsync(asked, desks.Manager, HandoverWorkflow.Accept)).Refusals);
        await chat.PlayAsync("> cek\n< Sekarang di meja: Manajer kabupaten");
        Assert.Contains("complaint.raised", await chat.Database.AuditedAsync(complaint.Id));
    }
}
