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
    [OnSqlite("bukan darurat pa")]
    [OnSqlite("ga ada yg bahaya pa skrg mah dia tidur")]
    [OnSqlite("ga ada apa2 bang")]
    [OnSqlite("hah? ga ada apa2 bang")]
    [OnSqlite("teu nanaon mak mah aman")]
    [OnSqlite("mak teu gering ngan beas teu kaluar")]
    [OnSqlite("what? no danger. I asked about money")]
    [OnSqlite("mboten wonten punapa-punapa")]
    [OnSqlite("bukan cu emak teh cuma ngasih tau alamat")]
    public async Task That_it_is_none_is_heard_in_words(DatabaseProvider provider, string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync($"> tolong bapak saya pingsan\n< Di mana kejadiannya?\n> {says}\n<! Di mana kejadiannya");
    }

    [Theory]
    [OnSqlite("tolong bapak saya pingsan", "bukan darurat tapi dia bawa golok ngamuk")]
    [OnSqlite("tolong bapak saya pingsan", "ibu tidak apa apa tapi kakek ga bangun bangun")]
    [OnSqlite("tolong bapak saya pingsan", "ini bukan ga ada apa2")]
    [OnSqlite("pengen mati aja bu", "ga papa. ga aman jg ga papa")]
    [OnSqlite("pengen mati aja bu", "ga usah polisi. saya ga apa apa. cuma pamit aja")]
    public async Task Beside_words_of_danger_or_of_who_wants_to_die_it_ends_nothing(DatabaseProvider provider, string first, string says)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync($"> {first}\n< 119\n> {says}\n<! bukan darurat\n<! kita lanjutkan\n<! Syukurlah\n> tidak aman\n< {(first.Contains("pingsan", StringComparison.Ordinal) ? "Apa yang terjadi" : "saya diam dulu")}");
    }

    [Theory, OnSqlite]
    public async Task The_answer_that_was_misheard_is_taken_as_the_answer(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync("> tolong pak, Sadu, longsor\n< 113\n> naha ambulan\n> ga ada apa2 bang\n< bukan darurat\n< Desa Sadu");
    }

    [Theory]
    [OnSqlite("kis nya ga aktif makanya takut ke rs", "wajib ditolong dulu di IGD mana pun")]
    [OnSqlite("ambulan bayar ga?", "wajib ditolong dulu di IGD mana pun")]
    [OnSqlite("teu gaduh artos pa", "wajib ditolong dulu di IGD mana pun")]
    [OnSqlite("jangan telpon ya, chat aja", "Petugas tidak akan menelepon Anda")]
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

    [Theory]
    [OnSqlite("suami sy bakal dikasih tau ga bu?", "Kami tidak memberi tahu dia")]
    [OnSqlite("sdh aman bu dia pergi", "<! jangan menunggu")]
    [OnSqlite("udah aman bu sy mau lanjut", "<! jangan menunggu")]
    public async Task Whether_he_will_hear_of_it_is_answered_and_that_it_is_safe_is_heard(DatabaseProvider provider, string says, string hears)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> suami saya mukulin saya sampai berdarah\n< Di mana Anda sekarang?");

        // Act, Assert
        await chat.PlayAsync($"> {says}\n{(hears.StartsWith('<') ? $"{hears}\n<! Di mana Anda sekarang" : $"< {hears}")}");
    }
}
