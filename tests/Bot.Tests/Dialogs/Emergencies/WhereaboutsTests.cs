using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>After the numbers to call it is asked where and who, and each answer stands on the card that staff read.</summary>
public sealed class WhereaboutsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task One_message_that_says_where_who_and_a_number_answers_all(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > tolong bapak saya pingsan di kamar mandi
            < Ambulans: 119
            < Di mana kejadiannya?
            <! Apakah Anda setuju?
            > di kp babakan rt 3 desa sadu kec soreang bareng ibu, 0812 3456 7890
            < Tercatat untuk petugas: Desa Sadu, Kec. Soreang.
            < aman untuk melanjutkan di sini?
            """);

        // Assert
        var card = await chat.AlarmCardAsync();
        Assert.Equal(
            (DangerKind.Illness, "di kp babakan rt 3 desa sadu kec soreang", "ibu", "0812-3456-7890"), (card.Kind, card.Whereabouts, card.Company, card.Phone));
        Assert.Equal("Desa Sadu", Label(chat, card.AreaCode));
        Assert.Contains("tolong bapak saya pingsan di kamar mandi", card.Words, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Said_in_pieces_each_goes_to_the_card_at_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> tolong pak rumah saya kebakaran\n< Pemadam kebakaran: 113\n< jangan kembali mengambil barang\n< Di mana kejadiannya?");

        // Act
        await chat.PlayAsync("> kp babakan rt 3\n< -");
        var first = await chat.AlarmCardAsync();
        await chat.PlayAsync("> desa sadu\n< -\n> cepet pak\n< -");
        await chat.WaitAsync();
        await chat.PlayAsync("< Tercatat untuk petugas: Desa Sadu\n< Siapa yang bersama Anda sekarang?\n> sama anak2\n< aman untuk melanjutkan di sini?");

        // Assert
        var card = await chat.AlarmCardAsync();
        Assert.Equal("kp babakan rt 3", first.Whereabouts);
        Assert.Equal(("kp babakan rt 3; desa sadu", "anak2", "Desa Sadu"), (card.Whereabouts, card.Company, Label(chat, card.AreaCode)));
    }

    [Theory, OnSqlite]
    public async Task A_yes_after_the_numbers_leads_to_where_and_not_into_a_greeting(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > suami saya mukul lagi saya takut pulang
            < Ini bukan salah Anda.
            < Kekerasan pada perempuan dan anak (SAPA): 129
            < SAPA lewat WhatsApp: 08111-129-129
            < Di mana Anda sekarang?
            > iya
            < Tulisan Anda tersimpan untuk petugas
            < tulis nama kampung atau desanya
            <! Halo
            > rumah tetangga
            < Saya catat.
            < Siapa yang bersama Anda sekarang?
            > sendirian
            < aman untuk melanjutkan di sini?
            """);
        var card = await chat.AlarmCardAsync();
        Assert.Equal(("rumah tetangga", "sendirian"), (card.Whereabouts, card.Company));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_place_in_the_very_first_words_stands_under_its_village_and_is_only_confirmed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync("> tolong rumah kami tertimbun longsor di desa sadu kecamatan soreang\n< Apakah tempatnya di Desa Sadu, Kec. Soreang?\n< [Ya, di sana] [Di tempat lain]");
        var talk = await chat.Database.ReadAsync(db => db.Talks.SingleAsync());
        await chat.PlayAsync("> [Ya, di sana]\n< Siapa yang bersama Anda sekarang?");

        // Assert
        Assert.Equal("Desa Sadu", Label(chat, talk.VillageCode));
        Assert.Equal("Desa Sadu, Kec. Soreang", (await chat.AlarmCardAsync()).Whereabouts);
    }

    [Theory, OnSqlite]
    public async Task Where_it_is_elsewhere_it_is_asked_and_moves(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync($"{Paths.ToPhotos}\n> tolong rumah saya kebakaran\n< Apakah tempatnya di Desa Sadu");

        // Act
        await chat.PlayAsync("> [Di tempat lain]\n< tulis nama kampung atau desanya\n> desa cingcin kec soreang\n< Tercatat untuk petugas: Desa Cingcin");

        // Assert
        Assert.Equal("Desa Cingcin", Label(chat, (await chat.AlarmCardAsync()).AreaCode));
    }

    [Theory, OnSqlite]
    public async Task After_it_the_form_greets_nobody_and_asks_for_no_village_that_was_named(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> suami saya mukul lagi saya takut pulang\n< 129\n> desa sadu kec soreang\n> sendiri, 081234567890\n< aman untuk");

        // Act, Assert
        await chat.PlayAsync(
            """
            > [Ya, lanjut]
            <! Halo
            < Saya catat: tempatnya Desa Sadu, Kec. Soreang, nomor HP Anda 0812-3456-7890.
            < Cerita Anda sudah saya catat.
            > setuju
            > saya
            > betul
            > lewati
            > rahasiakan
            < suami saya mukul lagi saya takut pulang
            > kirim
            < petugas melihatnya paling atas. Pertolongan tercepat sekarang tetap telepon 129
            <! paling lambat
            """);
    }

    [Theory, OnSqlite]
    public async Task A_pin_and_a_contact_answer_as_well(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> tolong bapak saya pingsan\n< Di mana kejadiannya?");

        // Act
        await chat.PlayAsync("> (location)\n< Tempatnya sudah tercatat untuk petugas.\n< Siapa yang bersama Anda sekarang?\n> (own contact 081234567890)\n< aman untuk melanjutkan");

        // Assert
        var card = await chat.AlarmCardAsync();
        Assert.Equal(("-7.025,107.519", "0812-3456-7890"), (card.Pin, card.Phone));
    }

    [Theory, OnSqlite]
    public async Task In_English_the_same_is_asked_and_read(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> bahasa\n> English");

        // Act
        await chat.PlayAsync(
            """
            > i want to die
            < You are not alone, and you matter.
            < (SEJIWA): 119 ext 8
            < Where are you now?
            > nobody cares
            < I hear you, and this is very hard.
            < write the name of the hamlet or the village
            > at home in desa sadu kec soreang with my mother, 081234567890
            < Noted for the officers: Desa Sadu
            < Are you safe now?
            """);

        // Assert
        var card = await chat.AlarmCardAsync();
        Assert.Equal((DangerKind.Self, "my mother", "0812-3456-7890", "Desa Sadu"), (card.Kind, card.Company, card.Phone, Label(chat, card.AreaCode)));
    }

    [Theory]
    [OnSqlite("tulungan bapa abdi teu sadar", "di lembur babakan desa sadu sareng pun bojo", "pun bojo")]
    [OnSqlite("tulung bapakku ora sadar", "nang kampung babakan desa sadu karo ibuku", "ibuku")]
    public async Task In_the_regions_languages_the_same_is_read(DatabaseProvider provider, string cry, string answer, string company)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"> {cry}\n< Ambulans: 119\n< Di mana kejadiannya?\n> {answer}\n< Tercatat untuk petugas: Desa Sadu\n< Nomor berapa yang bisa kami telepon?");

        // Assert
        var card = await chat.AlarmCardAsync();
        Assert.Equal((company, "Desa Sadu"), (card.Company, Label(chat, card.AreaCode)));
    }

    [Theory, OnSqlite]
    public async Task Somebody_who_wants_to_die_is_answered_by_what_was_meant(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > aku pengen mati aja
            < Anda tidak sendirian, dan Anda berharga.
            < Teman bicara di masa krisis (SEJIWA): 119 ext 8
            <! Pemadam
            > ga ada yg peduli
            < Saya dengar Anda
            <! diteruskan ke petugas
            < nama kampung atau desanya
            > kapan petugas datang
            < tidak bisa memastikan kapan petugas datang
            > kapan datangnya saya di kp babakan desa sadu
            """);
        Assert.Contains("kp babakan", (await chat.AlarmCardAsync()).Whereabouts, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite("ga jadi, udah sadar"), OnSqlite("alhamdulillah udah sadar bu, makasih"), OnSqlite("udah aman pak"), OnSqlite("tos aman")]
    public async Task That_it_has_passed_is_heard_and_nothing_is_begun_unasked(DatabaseProvider provider, string words)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"> tolong bapak saya pingsan\n< Ambulans: 119\n> {words}\n<! Ambulans\n<! nama kampung");

        // Assert
        Assert.Equal(Core.Conversations.Danger.Safe, (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).Danger);
    }

    [Theory]
    [OnSqlite("cuma becanda kok"), OnSqlite("maaf salah kirim")]
    public async Task That_there_was_none_is_heard(DatabaseProvider provider, string words)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync($"> tolong bapak saya pingsan\n< Ambulans: 119\n> {words}\n< bukan darurat.\n<! Apakah Anda setuju?");

        // Assert
        Assert.Equal(TalkPriority.Ordinary, (await chat.Database.ReadAsync(db => db.Talks.SingleAsync())).Priority);
    }

    [Theory]
    [OnSqlite("udah sadar tapi lemas"), OnSqlite("belum sadar"), OnSqlite("makasih"), OnSqlite("ga jadi dibawa ke puskesmas")]
    public async Task That_it_has_not_passed_is_heard_too(DatabaseProvider provider, string words)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync($"> tolong bapak saya pingsan\n< Ambulans: 119\n> {words}\n< nama kampung atau desanya");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_consent_leaves_the_card_alone_until_its_term_is_over(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> suami saya mukul lagi saya takut pulang\n< SAPA\n> desa sadu kec soreang\n> bareng ibu, 081234567890\n< aman untuk\n> [Ya, lanjut]\n< Apakah Anda setuju?");

        // Act
        await chat.PlayAsync("> tidak setuju\n< Hanya kata-kata darurat tadi, tempat, dan nomornya tetap tersegel");
        var kept = await chat.AlarmCardAsync();
        var talk = await chat.Database.ReadAsync(db => db.Talks.SingleAsync());
        await chat.Database.Units.RunAsync<EndTalk, bool>(
            (act, cancel) => act.DoAsync(
                talk.ConversationId, TalkEnd.Missed, null, Core.Kernel.Provenance.Job("test", chat.Database.Clock.UtcNow), cancel), default);
        chat.DaysPass(89);
        await chat.RunAsync("forget-alarms");
        var within = await chat.Database.ReadAsync(db => db.Talks.SingleAsync());
        chat.DaysPass(2);
        await chat.RunAsync("forget-alarms");

        // Assert
        Assert.Equal(KeepingGround.VitalInterest, kept.Ground);
        Assert.Contains("suami saya mukul lagi saya takut pulang", kept.Words, StringComparison.Ordinal);
        Assert.Equal(("desa sadu kec soreang", "ibu", "0812-3456-7890"), (kept.Whereabouts, kept.Company, kept.Phone));
        Assert.NotNull(within.Words);
        var after = await chat.Database.ReadAsync(db => db.Talks.SingleAsync());
        Assert.Equal((null, null, null, null, null), (after.Words, after.Whereabouts, after.Company, after.Phone, after.Ground));
        Assert.Contains("handover.alarm_forgotten", await chat.Database.AuditedAsync(talk.ConversationId));
    }

    private static string Label(ConversationScript chat, string? code) => chat.Database.Services.GetRequiredService<AreaCatalogue>().Label(code!);
}
