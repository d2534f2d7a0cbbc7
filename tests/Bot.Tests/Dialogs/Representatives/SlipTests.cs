using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Representatives;

/// <summary>Paper joins another chat to a complaint.</summary>
public sealed class SlipTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slip_joins_one_other_chat_once_and_its_news_comes_to_both(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        var code = await MakeAsync(chat, Relation.Family, ConsentWay.Desk);

        // Act
        chat.ComesFrom("chat2");
        await chat.PlayAsync($"> /start k_{code.Replace("-", "", StringComparison.Ordinal)}\n< terhubung dengan laporan {reference}\n> cek\n< Laporan {reference}: Diterima.\n< Sekarang di meja");
        await chat.MovesAsync("review", "ask_resident");
        await chat.PlayAsync("> sejak Mei\n< Jawaban Anda");
        chat.ComesFrom("chat3");
        await chat.PlayAsync($"> kode {code}\n< Kode itu tidak berlaku.");

        // Assert
        var told = (await chat.NoticesAsync()).GroupBy(n => n.Row.ConversationId).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, t => Assert.Contains(t, n => n.Content.Text.Contains("Petugas bertanya: Kata petugas.", StringComparison.Ordinal)));
        var row = await chat.Database.ReadAsync(db => db.Representatives.SingleAsync());
        Assert.Null(row.SlipHash);
        Assert.NotNull(row.LinkedAt);
        Assert.Equal(
            ["slip.made", "representative.joined"],
            await chat.Database.ReadAsync(db => db.AuditActs.Where(a => a.Verb == "slip.made" || a.Verb == "representative.joined").OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Theory, OnSqlite]
    public async Task Without_consent_the_joined_chat_hears_the_status_word(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var code = await MakeAsync(chat, Relation.Neighbour, null);
        chat.ComesFrom("chat2");

        // Act, Assert
        await chat.PlayAsync($"> kode {code.ToLowerInvariant()}\n< terhubung\n> cek\n< Rinciannya baru bisa ditampilkan\n<! meja");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Made_up_used_and_expired_codes_get_one_answer_and_five_tries_a_day(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var replaced = await MakeAsync(chat, Relation.Family, ConsentWay.Desk);
        var expired = await MakeAsync(chat, Relation.Family, ConsentWay.Desk);
        chat.DaysPass(15);
        chat.ComesFrom("chat2");

        // Act
        var answers = new List<string>();
        foreach (var typed in new[] { replaced, expired, "00000-00000", "abc1", "7K3MQ-9QXA4" })
        {
            await chat.PlayAsync($"> kode {typed}\n< Kode itu tidak berlaku.");
            answers.Add(chat.Heard.Single().Text);
        }

        // Assert
        Assert.Single(answers.Distinct());
        var good = await MakeAsync(chat, Relation.Family, ConsentWay.Desk);
        await chat.PlayAsync($"> kode {good}\n< Hari ini sudah lima kode dicoba.");
        chat.DaysPass(1);
        await chat.PlayAsync($"> kode {good}\n< terhubung");
    }

    [Theory, OnSqlite]
    public async Task A_joined_chat_leaves_and_the_filing_one_cannot(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await chat.PlayAsync($"> lepaskan laporan\n< Tidak ada laporan orang lain\n> lepaskan laporan {reference}");
        var code = await MakeAsync(chat, Relation.Self, null);
        chat.ComesFrom("chat2");
        await chat.PlayAsync($"> kode {code}\n< terhubung");

        // Act
        await chat.PlayAsync("> lepaskan laporan\n< tidak terhubung lagi");

        // Assert
        await chat.PlayAsync("> cek\n< Belum ada laporan yang dikirim dari obrolan ini.");
        await chat.MovesAsync("review");
        Assert.Single(await chat.NoticesAsync());
    }

    [Theory, OnSqlite]
    public async Task Words_that_only_begin_like_a_code_are_left_alone_and_English_works(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> kode\n< Punya tanda terima dari petugas?\n> kode pos rumah saya salah di kartu keluarga\n< Apakah Anda setuju?\n> batal");
        await chat.PlayAsync("> bahasa inggris\n> code 00000-00000\n< That code does not work.");
    }

    private static async Task<string> MakeAsync(ConversationScript chat, Relation relation, ConsentWay? way)
    {
        var input = new MakeSlipInput((await chat.FirstComplaintAsync()).Id, relation, "Entin", way);
        return (await chat.Database.Units.RunAsync<MakeSlip, Slip>(
            (act, ct) => act.DoAsync(input, Manager, Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow), ct), default)).Value.Code;
    }
}
