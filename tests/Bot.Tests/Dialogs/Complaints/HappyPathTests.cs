using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>From the first word to a number and a promise.</summary>
public sealed class HappyPathTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_resident_who_takes_every_step_gets_a_number_and_a_date(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(Paths.EveryStep);

        // Assert
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal(["P1", "32.04.37.2002", "received"], [complaint.CategoryCode, complaint.VillageCode, Codes.Of(complaint.Status)]);
        Assert.Equal("Sudah tiga bulan beras tidak datang\npadahal tetangga dapat", Open(chat, complaint, complaint.Story, "story"));
        Assert.Equal("Siti Aminah", Open(chat, complaint, complaint.ReporterName, "reporter_name"));
        Assert.Equal("+6281234567890", Open(chat, complaint, complaint.Phone, "phone"));
        Assert.Equal("3204375203749999", Open(chat, complaint, complaint.NationalId, "national_id"));
        Assert.Equal("kp cibeureum rt3 rw5 desa Sadu", Open(chat, complaint, complaint.Address, "address"));
        Assert.Equal([complaint.Reference], chat.Heard.Single().Monospace);
        Assert.Contains(complaint.Reference, chat.Heard.Single().Text, StringComparison.Ordinal);
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "complaint.lodged")));
        Assert.Equal(13, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync()) - 1);
    }

    [Theory, OnSqlite]
    public async Task A_resident_who_tells_the_story_at_once_needs_nine_messages(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > min punten, ijazah anak saya ditahan sekolah belum lunas 3,5jt
            < Halo, saya SlrtBot
            < Cerita Anda sudah saya catat.
            < Apakah Anda setuju?
            > iya
            < Langkah 1 dari 6
            > keluarga
            < Siapa nama orang yang dibantu?
            > Dede
            < Langkah 2 dari 6
            > sekolah
            < Langkah 4 dari 6
            > ds. bojong soang
            < Desa Bojongsoang
            < Langkah 5 dari 6
            > lewat
            < Langkah 6 dari 6
            > nama saya Euis, hp 0857-1234-5678
            < 1. Untuk: Keluarga saya (Dede)
            < 3. Cerita: min punten, ijazah anak saya ditahan sekolah belum lunas 3,5jt
            < 6. Pelapor: Euis, 0857-1234-5678
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        Assert.Equal(9, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync()));
        Assert.Equal(9, await chat.Database.ReadAsync(db => db.OutboundMessages.CountAsync()));
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal((Subject.Family, "N2"), (complaint.Subject, complaint.CategoryCode));
        Assert.Equal("Dede", Open(chat, complaint, complaint.SubjectName, "subject_name"));
    }

    [Theory, OnSqlite]
    public async Task In_English_the_same_steps_lead_to_the_same_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > english
            < All right, I will use English.
            > [Report a problem]
            < Do you agree?
            > yes
            < Step 1 of 6. Who is this for?
            > my neighbour
            < What is the name of the person
            > skip
            < Step 2 of 6
            > 3
            < Step 3 of 6
            > The school keeps the diploma
            < If that is all
            > that is all
            < Step 4 of 6
            > Sadu
            < Step 5 of 6
            > skip
            < Step 6 of 6
            > Keep me anonymous
            < 6. Reporter: anonymous
            > send
            < ✅ Report sent.
            < Officers answer by Monday, 30 November 2026 at the latest
            < does the person you help agree
            > not yet
            < you get brief news without details
            < There is nothing more for you to do now.
            """);

        // Assert
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal((Subject.Neighbour, true), (complaint.Subject, complaint.IsAnonymous));
        Assert.Null(complaint.ReporterName ?? complaint.Phone ?? complaint.SubjectName);
    }

    [Theory, OnSqlite]
    public async Task An_anonymous_reporter_is_told_what_then_cannot_be_done(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(Paths.ToName);
        await chat.PlayAsync(
            """
            > rahasiakan
            < Petugas hanya bisa mengabari lewat obrolan ini.
            < 6. Pelapor: dirahasiakan
            > kirim
            < ✅ Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.True(complaint.IsAnonymous);
        Assert.Null(complaint.Phone);
    }

    [Theory, OnSqlite]
    public async Task After_sending_the_chat_keeps_nothing_of_the_draft_but_the_receipt(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(Paths.ToReceipt);

        // Assert
        var conversation = await chat.Database.ReadAsync(db => db.Conversations.SingleAsync());
        var draft = chat.Database.Services.GetRequiredService<FieldCipher>().Open(conversation.Draft!, new("conversation"), conversation.Id, "draft");
        Assert.DoesNotContain("Siti", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("ijazah", draft, StringComparison.Ordinal);
    }

    private static string Open(ConversationScript chat, Complaint complaint, Sealed? value, string column) =>
        chat.Database.Services.GetRequiredService<FieldCipher>().Open(value!, new("complaint"), complaint.Id, column);
}
