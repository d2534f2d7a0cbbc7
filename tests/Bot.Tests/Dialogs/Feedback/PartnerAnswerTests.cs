using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Feedback;

/// <summary>A partner has answered: told as the partner's word, and the person says in their own words whether the help came.</summary>
public sealed class PartnerAnswerTests
{
    private static readonly StaffScope Office = new(SequentialId.Next(DateTime.UnixEpoch), "Dian", true, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator).Select(r => (r, "32.04"))]);

    [Theory]
    [InlineData("sudah bu", Confirmation.Received)]
    [InlineData("udah kok", Confirmation.Received)]
    [InlineData("alhamdulillah udah pak, makasih", Confirmation.Received)]
    [InlineData("sdh sy terima kemarin", Confirmation.Received)]
    [InlineData("tos ditampi pak", Confirmation.Received)]
    [InlineData("wis tekan pak", Confirmation.Received)]
    [InlineData("i got it, thank you", Confirmation.Received)]
    [InlineData("baru sebagian bu", Confirmation.Partly)]
    [InlineData("belum lengkap", Confirmation.Partly)]
    [InlineData("not all", Confirmation.Partly)]
    [InlineData("belum nyampe", Confirmation.NotReceived)]
    [InlineData("blm ada apa2", Confirmation.NotReceived)]
    [InlineData("belum ada yang nganter pak", Confirmation.NotReceived)]
    [InlineData("teu acan aya nanaon", Confirmation.NotReceived)]
    [InlineData("durung tekan pak", Confirmation.NotReceived)]
    [InlineData("still nothing", Confirmation.NotReceived)]
    public async Task Whether_the_help_came_is_understood_right_after_the_answer(string says, Confirmation means)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();

        // Act
        await chat.PlayAsync($"> {says}\n<! belum paham");

        // Assert
        await chat.WaitAsync();
        Assert.Equal(means, (await chat.FirstComplaintAsync()).Confirmation);
    }

    [Theory]
    [InlineData("sudah lama nunggu ini pak")]
    [InlineData("belum tahu bu, nanti saya cek dulu")]
    [InlineData("sudah 3 bulan ga ada kabar")]
    public async Task What_does_not_say_it_settles_and_opens_nothing(string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();

        // Act
        await chat.PlayAsync($"> {says}\n<! dibuka lagi\n<! selesai karena");

        // Assert
        Assert.Null((await chat.FirstComplaintAsync()).Confirmation);
    }

    [Theory, OnSqlite]
    public async Task After_the_list_the_buttons_are_understood_when_they_are_typed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.IsAnsweredAsync();

        // Act, Assert
        await chat.PlayAsync(
            """
            > cek
            < [✅ Sudah] [Sebagian] [Belum]
            > bentar ya pak saya tanya anak dulu
            <! dibuka lagi
            > cek
            > belum nyampe bu
            < Maaf bantuannya belum sampai.
            < Apa yang belum Anda terima?
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_answer_is_the_partners_with_the_place_and_what_to_bring(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        await ReferAsync(chat, "Jl. Raya Soreang 17");

        // Act
        await chat.PartnerAnswersAsync();

        // Assert
        var notice = (await chat.NoticesAsync())[^1].Content;
        Assert.StartsWith($"Kabar laporan {reference}: Mitra BAZNAS sudah menjawab.\n\nJawaban mereka: Bantuan dikirim minggu ini.", notice.Text, StringComparison.Ordinal);
        Assert.Contains("Tempat: Jl. Raya Soreang 17\nTelepon: 022-5897788\nKalau ke sana, bawa: KTP, KK, surat sekolah.", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("petugas", notice.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["✅ Sudah", "Sebagian", "Belum"], notice.Choices.Select(c => c.Label));
        await chat.PressTokenAsync(notice.Choices[2].Token);
        await chat.PlayAsync("< Maaf bantuannya belum sampai.");
    }

    [Theory, OnSqlite]
    public async Task Where_nothing_is_known_of_the_partner_no_line_is_empty_and_english_is_english(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.PlayAsync("> english");

        // Act
        await chat.IsAnsweredAsync();

        // Assert
        var notice = (await chat.NoticesAsync())[^1].Content;
        Assert.Contains("Mitra PKBM has answered.\n\nTheir answer: Bantuan dikirim minggu ini.\n\nOnce you have received the help", notice.Text, StringComparison.Ordinal);
    }

    private static async Task ReferAsync(ConversationScript chat, string address)
    {
        await chat.MovesAsync("review");
        var complaint = await chat.FirstComplaintAsync();
        var partner = new Partner
        {
            Id = SequentialId.Next(chat.Database.Clock.UtcNow),
            Code = "baznas",
            Name = "Mitra BAZNAS",
            Kind = PartnerKind.ZakatAgency,
            Services = "N2",
            AreaCode = "32.04",
            Address = address,
            Telephone = "022-5897788",
        };
        await chat.Database.AddAsync(partner, new Programme { Code = "SEKOLAH", Name = "Bantuan sekolah", Owner = "BAZNAS", Papers = "KTP, KK, surat sekolah" });
        await chat.Database.AnalyseAsync(complaint);
        var by = Provenance.Staff(Office.StaffId, chat.Database.Clock.UtcNow);
        var input = new ReferComplaintInput(
            SequentialId.Next(chat.Database.Clock.UtcNow), complaint.Id, complaint.Version, partner.Id, "SEKOLAH", "Mohon dibantu.",
            DateOnly.FromDateTime(chat.Database.Clock.UtcNow).AddDays(10), "chat");
        await chat.Database.Units.RunAsync<ReferComplaint, Referral>((act, ct) => act.DoAsync(input, Office, by, ct), default);
    }
}
