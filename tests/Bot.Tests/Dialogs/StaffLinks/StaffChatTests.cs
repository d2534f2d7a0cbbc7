using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.StaffLinks;

/// <summary>Those who work here write in chats too: a code from their account says so.</summary>
public sealed class StaffChatTests
{
    private const string Form = "Nama fasilitator: Dedi\nDesa: Sadu\nKecamatan: Soreang\nNama klien: Icih\nAlamat: kp babakan\nStatus: miskin\nKeluhan: kis tidak aktif lagi";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_links_the_chat_once_and_putuskan_unlinks_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var staff = await chat.Database.StaffMemberAsync();
        var code = await chat.Database.ChatCodeAsync(staff);

        // Act
        await chat.PlayAsync(
            $"""
            > hubungkan {code.ToLowerInvariant().Replace('-', ' ')}
            < Obrolan ini sekarang terhubung dengan akun petugas Dedi Supriadi.
            < tulis «putuskan»
            > hubungkan {code}
            < Kode itu tidak berlaku.
            """);
        var linked = await OfAsync(chat);
        await chat.PlayAsync("> putuskan\n< tidak lagi terhubung\n> putuskan\n<! tidak lagi terhubung");

        // Assert
        Assert.Equal(staff.Id, linked?.StaffId);
        Assert.Null(await OfAsync(chat));
        Assert.Equal(["staff.chat_code_given", "staff.chat_linked", "staff.chat_unlinked"], await chat.Database.AuditedAsync(staff.Id));
        var row = await chat.Database.ReadAsync(db => db.StaffChats.SingleAsync());
        Assert.Equal(StaffChatEnd.Chat, row.UnlinkedBy);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_link_of_the_account_page_links_in_the_middle_of_a_complaint_and_loses_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToGroup);
        var code = (await chat.Database.ChatCodeAsync(await chat.Database.StaffMemberAsync())).Replace("-", "", StringComparison.Ordinal);

        // Act, Assert
        await chat.PlayAsync($"> /start s_{code}\n< terhubung dengan akun petugas Dedi Supriadi\n< Langkah 2 dari 6");
        Assert.NotNull(await OfAsync(chat));
    }

    [Theory, OnSqlite]
    public async Task Wrong_old_and_replaced_codes_and_those_of_leavers_sound_alike_and_only_five_are_tried(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var staff = await chat.Database.StaffMemberAsync();
        var replaced = await chat.Database.ChatCodeAsync(staff);
        var old = await chat.Database.ChatCodeAsync(staff);
        chat.Database.Clock.Advance(TimeSpan.FromMinutes(16));
        var leaver = await chat.Database.StaffMemberAsync("Rina");
        var left = await chat.Database.ChatCodeAsync(leaver);
        await LeaveAsync(chat, leaver);

        // Act, Assert
        foreach (var code in new[] { replaced, old, left, "7K3M-9QXA", "1234567" })
        {
            await chat.PlayAsync($"> hubungkan {code}\n< Kode itu tidak berlaku. Buat kode baru di halaman «Akun saya»");
        }

        var good = await chat.Database.ChatCodeAsync(staff);
        await chat.PlayAsync($"> hubungkan {good}\n< Sudah lima kali dicoba hari ini.");
        Assert.Null(await OfAsync(chat));
        chat.DaysPass(1);
        await chat.PlayAsync($"> hubungkan {await chat.Database.ChatCodeAsync(staff)}\n< terhubung");
    }

    [Theory, OnSqlite]
    public async Task Words_that_only_begin_like_it_are_no_try(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > hubungkan
            < Ingin bicara dengan petugas: tulis «petugas».
            > hubungkan saya dengan petugas
            < petugas sudah diberi tahu
            > hubungkan listrik rumah saya, sudah dua bulan diputus
            < Apakah Anda setuju?
            """);
        Assert.False(await chat.Database.ReadAsync(db => db.ChatTries.AnyAsync()));
    }

    [Theory, OnSqlite]
    public async Task A_group_is_nobodys_chat(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var code = await chat.Database.ChatCodeAsync(await chat.Database.StaffMemberAsync());

        // Act
        await chat.SendAsync(Activity.OfText($"hubungkan {code}"), isGroup: true);
        await chat.SendAsync(Activity.OfText($"/start s_{code}"), isGroup: true);

        // Assert
        Assert.False(await chat.Database.ReadAsync(db => db.StaffChats.AnyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_leaves_has_no_chat_any_more_and_it_is_said_there(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var staff = await chat.IsLinkedAsync();

        // Act
        await LeaveAsync(chat, staff);

        // Assert
        var row = await chat.Database.ReadAsync(db => db.StaffChats.SingleAsync());
        Assert.Equal(StaffChatEnd.Left, row.UnlinkedBy);
        Assert.Contains("tidak lagi terhubung", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        Assert.Null(await OfAsync(chat));
    }

    [Theory, OnSqlite]
    public async Task A_second_account_takes_the_chat_over(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.IsLinkedAsync();

        // Act
        var second = await chat.IsLinkedAsync("Rina");

        // Assert
        Assert.Equal(second.Id, (await OfAsync(chat))?.StaffId);
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.StaffChats.CountAsync(c => c.UnlinkedAt == null)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_facilitators_form_is_read_in_a_linked_chat_and_says_who_helped(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var staff = await chat.IsLinkedAsync();

        // Act
        await chat.SendAsync(Activity.OfText(Form));
        await chat.PlayAsync("< Formulir terbaca: 7 dari 18 baris.\n> setuju\n> lewati\n> 081234567890\n> lewati\n> kirim\n< Laporan terkirim.");

        // Assert
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal((staff.Id, "K2"), (complaint.AssistedBy, complaint.CategoryCode));
    }

    [Theory, OnSqlite]
    public async Task In_any_other_chat_the_form_is_a_story_and_staff_are_told_how_to_link(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.SendAsync(Activity.OfText(Form));

        // Assert
        await chat.PlayAsync(
            "< hubungkan dulu obrolan ini lewat «Akun saya»\n< Cerita Anda sudah saya catat.\n<! Formulir terbaca\n> setuju\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite]
    public async Task A_residents_list_that_looks_like_the_form_is_a_story_without_a_word_about_accounts(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.SendAsync(Activity.OfText("Nama: Siti\nAlamat: kp babakan\nDesa: Sadu\nKecamatan: Soreang\nPekerjaan: buruh\nKeluhan: kis tidak aktif lagi"));

        // Assert
        await chat.PlayAsync("< Cerita Anda sudah saya catat.\n<! Akun saya");
    }

    [Theory, OnSqlite]
    public async Task Staff_lodge_as_many_as_there_are_families_and_their_own_as_well(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.IsLinkedAsync();
        await chat.PlayAsync(Paths.ToReceipt);
        for (var i = 0; i < 4; i++)
        {
            await chat.PlayAsync("> lapor\n> saya sendiri\n> sekolah\n> ijazah anak saya ditahan sekolah\n> selesai\n> ya\n> lewati\n> Siti, 081234567890\n> kirim\n< terkirim");
        }

        // Act, Assert
        await chat.PlayAsync("> lapor\n< Langkah 1 dari 6");
        await chat.PlayAsync("> menu\n> batal\n> putuskan\n< tidak lagi terhubung\n> lapor\n< sudah ada lima laporan");
        Assert.Null((await chat.FirstComplaintAsync()).AssistedBy);
    }

    private static async Task<StaffScope?> OfAsync(ConversationScript chat)
    {
        await using var scope = chat.Database.Services.CreateAsyncScope();
        var id = await chat.Database.ReadAsync(db => db.Conversations.Select(c => c.Id).SingleAsync());
        return await scope.ServiceProvider.GetRequiredService<StaffChats>().OfAsync(id, default);
    }

    private static Task<Outcome<Done>> LeaveAsync(ConversationScript chat, StaffMember staff) =>
        chat.Database.Units.RunAsync<DeactivateStaffMember, Done>(
            (act, cancel) => act.DoAsync(new(staff.Id), Provenance.Verb("staff deactivate", chat.Database.Clock.UtcNow), cancel), default);
}
