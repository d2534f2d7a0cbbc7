using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>Who took back one alarm may be in danger a minute later; and whoever says in words that there is none is heard.</summary>
public sealed class SpokenInDangerTests
{
    [Theory]
    [OnSqlite("pengen mati aja bu", "119 ext 8")]
    [OnSqlite("rumah saya kebakaran tolong", "Pemadam kebakaran: 113")]
    [OnSqlite("imah abdi kahuruan tulung", "Pemadam kebakaran: 113")]
    public async Task The_next_words_of_danger_raise_it_again(DatabaseProvider provider, string says, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> tolong bapak saya pingsan\n< Di mana kejadiannya?\n> [Bukan darurat]\n< bukan darurat");

        // Act, Assert
        await chat.PlayAsync($"> {says}\n< {hears}");
    }

    [Theory]
    [OnSqlite("bu saya ga darurat, cuma pusing utang")]
    [OnSqlite("sanes darurat pa")]
    [OnSqlite("it is not an emergency")]
    public async Task That_it_is_none_is_heard_in_words(DatabaseProvider provider, string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync($"> tolong bapak saya pingsan\n< Di mana kejadiannya?\n> {says}\n<! Di mana kejadiannya");
    }

    [Theory]
    [OnSqlite("kis nya ga aktif makanya takut ke rs", "wajib ditolong dulu di IGD mana pun")]
    [OnSqlite("ambulan bayar ga?", "wajib ditolong dulu di IGD mana pun")]
    [OnSqlite("teu gaduh artos pa", "wajib ditolong dulu di IGD mana pun")]
    [OnSqlite("jangan telpon ya, chat aja", "jangan menelepon, balas di sini saja")]
    [OnSqlite("hapus chat gimana caranya", "boleh Anda hapus dari HP")]
    public async Task What_is_asked_or_begged_in_danger_is_answered_and_the_question_stands_again(DatabaseProvider provider, string says, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync($"> tolong bapak saya pingsan\n< Di mana kejadiannya?\n> {says}\n< {hears}\n<! Tempatnya sudah tercatat");
    }

    [Theory]
    [OnSqlite("takut dia pulang")]
    [OnSqlite("lapor polisi bayar ga")]
    [OnSqlite("wedi bojoku mulih")]
    public async Task Whoever_is_afraid_of_him_reads_the_line_for_women_and_children(DatabaseProvider provider, string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> suami saya mukulin saya sampai berdarah\n< Di mana Anda sekarang?");

        // Act, Assert
        await chat.PlayAsync($"> {says}\n< Telepon 129: gratis. Kalau dia datang\n<! Tempatnya sudah tercatat");
    }
}
