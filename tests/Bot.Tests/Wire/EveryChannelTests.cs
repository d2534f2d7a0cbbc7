using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Wire;

/// <summary>The scripts of the dialogs again, over HTTP, as each channel carries them.</summary>
public sealed class EveryChannelTests
{
    [Theory]
    [OnSqlite("telegram")]
    [OnSqlite("webchat")]
    [OnSqlite("msteams")]
    [OnSqlite("sms")]
    [OnSqlite("emulator")]
    [OnPostgres("webchat")]
    public async Task A_resident_who_takes_every_step_gets_a_number_and_can_ask_how_far_it_is(DatabaseProvider provider, string channel)
    {
        // Arrange
        await using var stage = await WireStage.OpenAsync(provider, channel);

        // Act
        await stage.Script.PlayAsync(Paths.EveryStep);
        var complaint = await stage.ReadAsync(db => db.Complaints.AsNoTracking().SingleAsync());
        await stage.Script.PlayAsync($"> cek\n< Laporan {complaint.Reference}: Diterima.");

        // Assert
        Assert.Equal(("P1", "32.04.37.2002", ComplaintStatus.Received), (complaint.CategoryCode, complaint.VillageCode, complaint.Status));
        Assert.Equal(channel == "telegram" ? "telegram" : "botframework", complaint.Channel);
    }

    [Theory]
    [OnSqlite("telegram")]
    [OnSqlite("webchat")]
    [OnPostgres("msteams")]
    public async Task Photos_that_come_together_are_counted_once(DatabaseProvider provider, string channel)
    {
        // Arrange
        await using var stage = await WireStage.OpenAsync(provider, channel);

        // Act
        await stage.Script.PlayAsync($"{Paths.ToPhotos}\n> (album 3)\n< [✅ Selesai]\n> selesai\n< Langkah 6 dari 6");

        // Assert
        Assert.Equal(3, await stage.ReadAsync(db => db.StoredFiles.CountAsync(f => f.Kind == FileKind.Photo && f.DraftId != null)));
    }

    [Theory]
    [OnSqlite("telegram")]
    [OnSqlite("webchat")]
    [OnSqlite("msteams")]
    [OnPostgres("directline")]
    public async Task A_talk_goes_to_an_officer_and_back_to_the_bot(DatabaseProvider provider, string channel)
    {
        // Arrange
        await using var stage = await WireStage.OpenAsync(provider, channel);
        await stage.Script.PlayAsync("> halo\n> petugas\n< Petugas biasanya menjawab dalam 30 menit.");
        var conversation = await stage.ReadAsync(db => db.Talks.Select(h => h.ConversationId).SingleAsync());
        var dian = TestData.Staff(Role.Coordinator) with { Name = "Dian" };
        var by = Provenance.Staff(dian.StaffId, stage.Clock.UtcNow);
        var units = stage.Services.GetRequiredService<UnitOfWork>();

        // Act
        await units.RunAsync<TakeOver, Talk>((act, stop) => act.DoAsync(conversation, dian, by, stop), default);
        await stage.Script.PlayAsync("> Beras saya belum datang\n<! Silakan pilih");
        await units.RunAsync<ReplyAsOfficer, Done>((act, stop) => act.DoAsync(conversation, SequentialId.Next(stage.Clock.UtcNow), "Kami periksa dulu, Bu.", dian, by, stop), default);
        await stage.Services.RestAsync(stage.Clock);

        // Assert
        Assert.Contains(stage.Person.Heard, m => m.Text.Contains("Dian", StringComparison.Ordinal));
        Assert.Contains(stage.Person.Heard, m => m.Text.Contains("Kami periksa dulu, Bu.", StringComparison.Ordinal));
    }
}
