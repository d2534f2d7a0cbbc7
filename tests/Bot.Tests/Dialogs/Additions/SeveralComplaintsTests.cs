using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Additions;

/// <summary>Several complaints in one chat: which one is a message for?</summary>
public sealed class SeveralComplaintsTests
{
    private const string Asked = "Petugas bertanya di beberapa laporan:";

    [Theory]
    [InlineData("riwayat", "Pilih laporan yang ingin dilihat.")]
    [InlineData("sudah lewat", "Laporan yang mana?")]
    [InlineData("cabut laporan", "Laporan mana yang mau dicabut?")]
    public async Task A_word_that_can_mean_several_asks_by_what_people_remember_of_them(string word, string asked)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        var (school, house) = await TwoComplaints.TwoAsync(chat);

        // Act, Assert
        await chat.PlayAsync($"> {word}\n< {asked}\n< [Rumah · {house[5..]}]\n< [Sekolah · {school[5..]}]");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Asked_about_two_the_resident_chooses_and_nothing_is_typed_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Apa nama sekolahnya?");
        await chat.AskAsync(house, "Atapnya bocor di ruang mana?");

        // Act
        await chat.PlayAsync(
            $"""
            > atap kamar belakang yang bocor, pak
            < {Asked}
            < 1. Rumah: «Atapnya bocor di ruang mana?»
            < 2. Sekolah: «Apa nama sekolahnya?»
            < [Rumah · {house[5..]}] [Sekolah · {school[5..]}] [Laporan baru] [Tidak jadi]
            """);
        await chat.RestartAsync();
        await chat.PlayAsync(
            $"""
            > [Rumah · {house[5..]}]
            < Jawaban Anda untuk laporan {house} sudah diteruskan ke petugas.
            < Petugas juga bertanya di laporan {school} (Sekolah): «Apa nama sekolahnya?» Balas di sini.
            <! Tidak ada lagi yang perlu Anda lakukan
            > SMK 1 Soreang pak
            < Jawaban Anda untuk laporan {school} sudah diteruskan ke petugas. Tidak ada lagi yang perlu Anda lakukan
            """);

        // Assert
        Assert.Equal(["atap kamar belakang yang bocor, pak"], await TwoComplaints.AddedAsync(chat, house));
        Assert.Equal(["SMK 1 Soreang pak"], await TwoComplaints.AddedAsync(chat, school));
        foreach (var complaint in new[] { await chat.ComplaintAsync(house), await chat.ComplaintAsync(school) })
        {
            Assert.Equal(ComplaintStatus.InReview, complaint.Status);
            Assert.Contains("resident.wrote", await chat.Database.AuditedAsync(complaint.Id));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Words_a_picture_a_voice_and_a_number_wait_together_for_the_choice(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Berapa NIK anaknya?");
        await chat.AskAsync(house, "Atapnya bocor di ruang mana?");

        // Act
        await chat.PlayAsync(
            $"""
            > ini datanya ya pak
            < {Asked}
            > (photo)
            < Itu juga saya simpan.
            > 3204371203749999
            < [Sekolah · {school[5..]}]
            <! tidak bisa dicari dengan NIK
            > (voice)
            """);
        var waiting = chat.TokenOf($"Sekolah · {school[5..]}");
        await chat.PlayAsync("> cek\n< Perlu data tambahan");
        await chat.PressTokenAsync(waiting);
        await chat.PlayAsync($"< Jawaban Anda untuk laporan {school} sudah diteruskan ke petugas.");

        // Assert
        var complaint = await chat.ComplaintAsync(school);
        Assert.Equal(["ini datanya ya pak", "••••••••••••9999"], (await TwoComplaints.AddedAsync(chat, school)).Select(t => t.Replace('*', '•')));
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.ComplaintId == complaint.Id)));
        Assert.Equal("3204371203749999", chat.Database.Services.GetRequiredService<FieldCipher>()
            .Open(complaint.WrittenNumbers!, new("complaint"), complaint.Id, "written_numbers"));
        Assert.Equal(ComplaintStatus.NeedsInformation, (await chat.ComplaintAsync(house)).Status);
        Assert.Null(await chat.Database.ReadAsync(db => db.Conversations.Select(c => c.Kept).SingleAsync()));
    }

    [Theory, OnSqlite]
    public async Task Asked_about_one_of_two_the_next_message_answers_that_one(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Apa nama sekolahnya?");

        // Act
        await chat.PlayAsync($"> (album a)\n< untuk laporan {school} sudah diteruskan\n> (album a)\n< -\n> 3204371203749999");

        // Assert
        var complaint = await chat.ComplaintAsync(school);
        Assert.Equal(2, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.ComplaintId == complaint.Id)));
        Assert.Empty(await TwoComplaints.AddedAsync(chat, house));
    }

    [Theory, OnSqlite]
    public async Task A_bare_number_that_answers_staff_is_kept_with_the_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, _) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Berapa NIK anaknya?");

        // Act
        await chat.PlayAsync($"> 3204 3712 0374 9999\n< Jawaban Anda untuk laporan {school}");

        // Assert
        var complaint = await chat.ComplaintAsync(school);
        Assert.Equal("3204371203749999", chat.Database.Services.GetRequiredService<FieldCipher>()
            .Open(complaint.WrittenNumbers!, new("complaint"), complaint.Id, "written_numbers"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reply_to_a_message_about_one_complaint_is_for_that_one(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "Apa nama sekolahnya?");
        await chat.AskAsync(house, "Atapnya bocor di ruang mana?");
        await TwoComplaints.SentAsync(chat);
        var question = (await chat.NoticesAsync()).First(n => n.Content.Text.Contains("nama sekolahnya", StringComparison.Ordinal));

        // Act
        await chat.SendAsync(new Activity { Type = ActivityTypes.Message, Text = "SMK 1 Soreang", ReplyToId = question.Row.Id.ToString("N") });
        await chat.PlayAsync($"< Jawaban Anda untuk laporan {school} sudah diteruskan\n<! {Asked}");

        // Assert
        Assert.Equal(["SMK 1 Soreang"], await TwoComplaints.AddedAsync(chat, school));
        Assert.Equal(ComplaintStatus.NeedsInformation, (await chat.ComplaintAsync(house)).Status);
    }

    [Theory, OnSqlite]
    public async Task A_reply_to_a_status_is_for_the_complaint_that_it_told_of(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, _) = await TwoComplaints.TwoAsync(chat);
        await chat.PlayAsync($"> {school}\n< Laporan {school}");
        await TwoComplaints.SentAsync(chat);
        var told = await chat.Database.ReadAsync(db => db.OutboundMessages.OrderByDescending(m => m.Id).FirstAsync());

        // Act
        await chat.SendAsync(new Activity { Type = ActivityTypes.Message, Text = "tolong dibantu, ujian sudah dekat", ReplyToId = told.ProviderMessageId });
        await chat.PlayAsync($"< Sudah saya tambahkan ke laporan {school}.");

        // Assert
        Assert.Equal(["tolong dibantu, ujian sudah dekat"], await TwoComplaints.AddedAsync(chat, school));
    }

    [Theory, OnSqlite]
    public async Task The_choice_is_understood_in_english_too(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var (school, house) = await TwoComplaints.TwoAsync(chat);
        await chat.AskAsync(school, "What is the school called?");
        await chat.AskAsync(house, "Which room?");

        // Act, Assert
        await chat.PlayAsync(
            $"""
            > bahasa inggris
            > the bedroom at the back
            < Officers have asked about several reports:
            < 1. House: “Which room?”
            < [House · {house[5..]}] [School · {school[5..]}] [New report] [Never mind]
            > 1
            < Your answer for report {house} was passed on to the officers.
            < Officers have also asked about report {school} (School): “What is the school called?” Answer here.
            """);
    }
}
