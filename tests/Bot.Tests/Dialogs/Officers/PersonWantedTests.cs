using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Officers;

/// <summary>"Mau ngomong sama orang": whoever wants a person gets one, however it is said; whoever waits is not left alone.</summary>
public sealed class PersonWantedTests
{
    private static readonly (string, string) SwitchedOn = ("Languages:Answers", "su, jv");

    [Theory]
    [InlineData("mau ngomong sama orang")]
    [InlineData("mw ngomong sm org pak")]
    [InlineData("cs nya mana")]
    [InlineData("cs nya mana ya min")]
    [InlineData("hubungkan ke orang")]
    [InlineData("tolong hubungkan ke orang dong")]
    [InlineData("ada orangnya ga")]
    [InlineData("ada petugasnya gak bu")]
    [InlineData("jangan robot")]
    [InlineData("jgn robot dong")]
    [InlineData("ga mau sama robot")]
    [InlineData("bisa disambungin ke petugas ga ya bu")]
    [InlineData("minta ditelepon aja pak")]
    [InlineData("bisa bicara langsung ga")]
    [InlineData("hayang ngomong jeung jalma")]
    [InlineData("aya patugasna teu?")]
    [InlineData("sambungkeun ka patugas kang")]
    [InlineData("arep ngomong karo uwong")]
    [InlineData("ana petugase ora pak")]
    [InlineData("aja robot")]
    [InlineData("no robots please")]
    [InlineData("I want to talk to a person", "an officer has been told")]
    [InlineData("is anyone there?", "an officer has been told")]
    public async Task A_person_is_called_at_the_menu_in_a_form_and_after_sending(string says, string hears = "petugas sudah diberi tahu")
    {
        // Arrange
        foreach (var way in new[] { "> halo", Paths.ToSubject, Paths.ToName, Paths.ToReceipt })
        {
            await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
            await chat.PlayAsync(way);

            // Act, Assert
            await chat.PlayAsync($"> {says}\n< {hears}");
        }
    }

    [Theory]
    [InlineData("petugas tidak ada di kantor")]
    [InlineData("petugas desa minta uang")]
    [InlineData("orang tua saya sakit")]
    [InlineData("ada orang gila di jalan")]
    [InlineData("sama orang lain")]
    [InlineData("ada orang minta nomor telepon")]
    [InlineData("ada orang telepon saya")]
    public async Task Who_speaks_of_people_does_not_ask_for_one(string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync($"> halo\n> {says}\n<! sudah diberi tahu");
    }

    [Theory, OnSqlite]
    public async Task Who_waits_for_an_officer_is_told_for_what_and_how_long(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 30, 3, 0, 0, DateTimeKind.Utc));
        await chat.PlayAsync("> petugas");

        // Act, Assert: by day, and in the evening.
        await chat.PlayAsync("> saya tunggu ya\n< Terima kasih sudah menunggu. Petugas menulis di obrolan ini begitu ada yang bisa; biasanya dalam 30 menit.");
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 30, 13, 0, 0, DateTimeKind.Utc));
        await chat.PlayAsync("> masih nunggu pak\n< Kantor sedang tutup; petugas menulis di obrolan ini setelah kantor buka.\n<! 30 menit");
    }

    [Theory, OnSqlite]
    public async Task Who_waits_for_news_is_thanked_and_who_waits_in_a_form_is_not_hurried(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider, SwitchedOn);

        // Act, Assert
        await chat.PlayAsync($"{Paths.ToSubject}\n> saya tunggu ya\n< tidak usah buru-buru\n< Langkah 1 dari 6");
        chat.ComesFrom("chat2");
        await chat.PlayAsync($"{Paths.ToReceipt}\n> ditunggu kabarnya ya bu\n< Kabarnya datang di obrolan ini.");
        await chat.PlayAsync("> english\n> i will wait\n< The news comes in this chat.");
        await chat.PlayAsync("> basa sunda\n> abdi ngantosan\n< Wartosna dongkap di obrolan ieu.");
        await chat.PlayAsync("> basa jawa\n> kula tenggo\n< Kabaripun dumugi ing obrolan punika.");
    }
}
