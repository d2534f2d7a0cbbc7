using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>Whoever went on after an alarm is heard as at first; and an alarm becomes that of the danger that was named last.</summary>
public sealed class DangerAgainTests
{
    private const string Beaten = "> suami saya mukul lagi saya takut pulang\n< (SAPA): 129";

    [Theory]
    [OnSqlite("saya mau bunuh diri", "> sadu\n> sendiri\n> [Ya, lanjut]", "saya mau bunuh diri pak sekarang, tali udah ada", "telepon 119 ext 8 sekarang")]
    [OnSqlite("anak saya kejang", "> [Ya, lanjut]\n> setuju", "anak saya ga sadar ga napas", "Telepon 119 sekarang")]
    [OnSqlite("suami saya mukul lagi saya takut pulang", "> [Ya, lanjut]\n> setuju\n> saya", "dia bawa golok mau bunuh saya", "Telepon 129 sekarang")]
    [OnSqlite("suami saya mukul lagi saya takut pulang", "> [Ya, lanjut]\n> setuju\n> saya", "saya mau bunuh diri pak", "(SEJIWA): 119 ext 8")]
    [OnSqlite("i want to die", "> lanjut", "i will kill myself tonight", "119 ext 8")]
    [OnSqlite("imah abdi kahuruan tulung", "> lanjut", "imah tatanggi kahuruan ogé, tulung", "113")]
    [OnSqlite("bojoku nggawa arit arep mateni aku", "> lanjut", "bojoku ngamuk maneh arep mateni aku", "129")]
    public async Task After_going_on_the_next_words_of_danger_stop_it_again(DatabaseProvider provider, string first, string path, string again, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"> {first}\n{path.Replace("[Ya, lanjut]", "lanjut", StringComparison.Ordinal)}");

        // Act
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        await chat.PlayAsync($"> {again}\n< {hears}\n<! Langkah");

        // Assert
        var talk = await chat.Database.ReadAsync(db => db.Talks.SingleAsync());
        Assert.Equal((Danger.Asked, TalkPriority.Emergency, chat.Database.Clock.UtcNow), (talk.Danger, talk.Priority, talk.AlertedAt));
        Assert.Contains(again, (await chat.AlarmCardAsync()).Words, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Within_minutes_the_first_number_is_enough_and_officers_are_told_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.Database.LinkedChatAsync(await chat.Database.StaffMemberAsync("Dian", Role.Coordinator, "32.04"), "dian");
        await chat.PlayAsync($"{Paths.ToPhotos}\n> tolong rumah saya kebakaran\n< 113\n> lanjut\n< Langkah 5 dari 6");
        var told = (await chat.NoticesAsync()).Count;

        // Act
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        await chat.PlayAsync("> tolong kebakaran lagi apinya makin besar\n< Telepon 113 sekarang\n<! Polisi: 110\n< [Tidak aman]\n> lanjut\n< Langkah 5 dari 6");
        var toldAgain = (await chat.NoticesAsync()).Count;
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(11));

        // Assert
        Assert.Equal(told + 1, toldAgain);
        await chat.PlayAsync("> tolong kebakaran rumah saya\n< Polisi: 110\n< [Tidak aman]");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_complaint_was_sent_it_is_heard_before_it_is_asked_where_it_belongs(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> anak saya kejang\n< Ambulans: 119\n> lanjut\n> setuju\n> anak saya\n> rafi\n> betul\n> selesai\n> Sadu\n> lewati\n> rahasiakan\n> kirim\n< petugas melihatnya paling atas\n< telepon 119\n<! paling lambat");

        // Act, Assert
        await chat.PlayAsync("> pak anak saya kejang lagi ga sadar\n< Telepon 119 sekarang\n< [Bukan darurat]\n<! laporan baru");
    }

    [Theory]
    [OnSqlite("tolong pak ada bahaya cepat darurat", "saya mau bunuh diri", "119 ext 8", DangerKind.Self)]
    [OnSqlite("cucu saya hilang dari tadi pagi", "rumah saya kebakaran tolong", "Pemadam kebakaran: 113", DangerKind.Fire)]
    [OnSqlite("suami saya mukul lagi saya takut pulang", "saya mau gantung diri aja", "119 ext 8", DangerKind.Self)]
    public async Task An_alarm_becomes_that_of_the_danger_that_is_named(DatabaseProvider provider, string first, string then, string hears, DangerKind kind)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"> {first}\n< Polisi: 110");

        // Act
        await chat.PlayAsync($"> {then}\n< {hears}");

        // Assert
        Assert.Equal(kind, (await chat.AlarmCardAsync()).Kind);
        await chat.PlayAsync("> lanjut\n< Cerita Anda sudah saya catat.");
    }

    [Theory, OnSqlite]
    public async Task In_the_quiet_only_another_danger_is_spoken_of(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Beaten}\n> tidak aman\n< saya diam dulu");

        // Act
        await chat.PlayAsync("> dia di luar bawa pisau\n<! 110\n> rumah saya dibakar suami tolong kebakaran\n< 113\n> saya mau bunuh diri aja\n< 119 ext 8\n<! Di mana");

        // Assert
        var talk = await chat.Database.ReadAsync(db => db.Talks.SingleAsync());
        Assert.Equal((Danger.Unsafe, DangerKind.Self), (talk.Danger, talk.DangerKind));
    }
}
