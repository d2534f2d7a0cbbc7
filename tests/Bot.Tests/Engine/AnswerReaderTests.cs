using System.Text.Json;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>Typed answers, as generously as they can be read without guessing.</summary>
public sealed class AnswerReaderTests
{
    private static readonly PhraseBook Book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);
    private readonly AnswerReader _reader = new(
        new ChoiceMatcher(Book), new Words(Book, new GlobalWordCatalogue(GlobalWordCatalogue.Types)), new WishForPerson(Book), new GivingUp(Book));

    [Theory]
    [InlineData("1", "subject.self")]
    [InlineData("２", "subject.family")]
    [InlineData("nomor 3", "subject.other")]
    [InlineData("yang dua", "subject.family")]
    [InlineData("tilu", "subject.other")]
    [InlineData("kahiji", "subject.self")]
    [InlineData("loro", "subject.family")]
    [InlineData("nomer telu", "subject.other")]
    [InlineData("tatangga abdi", "subject.neighbour")]
    [InlineData("aku dewe", "subject.self")]
    [InlineData("three", "subject.other")]
    [InlineData("SAYA SENDIRI", "subject.self")]
    [InlineData("  saya   sendiri.", "subject.self")]
    [InlineData("abdi", "subject.self")]
    [InlineData("tetangga", "subject.neighbour")]
    [InlineData("untuk tetangga saya pak", "subject.neighbour")]
    [InlineData("keluarga", "subject.family")]
    [InlineData("kluarga saya", "subject.family")]
    [InlineData("my neighbour", "subject.neighbour")]
    [InlineData("anak abdi", "subject.child")]
    [InlineData("orang lian", "subject.other")]
    [InlineData("kakak saya", "subject.family")]
    [InlineData("buat mertua sy", "subject.family")]
    public void A_choice_may_be_numbered_named_or_nearly_named(string typed, string key)
    {
        // Act
        var answer = Read(typed, "subject.self", "subject.family", "subject.other", "subject.neighbour", "subject.child");

        // Assert
        Assert.Equal(key, answer.Choice);
    }

    [Theory]
    [InlineData("ya", "consent.agree")]
    [InlineData("iya setuju", "consent.agree")]
    [InlineData("tidak setuju", "consent.refuse")]
    [InlineData("saya tidak setuju", "consent.refuse")]
    [InlineData("ga setuju", "consent.refuse")]
    [InlineData("saya ga setuju data saya disimpan", "consent.refuse")]
    [InlineData("belum setuju", null)]
    [InlineData("oke setuju", "consent.agree")]
    [InlineData("engga setuju", "consent.refuse")]
    [InlineData("gk setuju", "consent.refuse")]
    [InlineData("tidak keberatan", "consent.agree")]
    [InlineData("nggih", "consent.agree")]
    [InlineData("mboten", "consent.refuse")]
    [InlineData("sumuhun", "consent.agree")]
    [InlineData("inggih sarujuk", "consent.agree")]
    [InlineData("moal", "consent.refuse")]
    [InlineData("henteu satuju", "consent.refuse")]
    [InlineData("abdi henteu satuju", "consent.refuse")]
    [InlineData("kula mboten sarujuk", "consent.refuse")]
    public void A_denied_choice_is_not_the_choice(string typed, string? key)
    {
        // Act
        var answer = Read(typed, "consent.agree", "consent.read_all", "consent.refuse");

        // Assert
        Assert.Equal(key, answer.Choice);
    }

    [Theory]
    [InlineData("batal", Words.Cancel)]
    [InlineData("/batal@SlrtBot", Words.Cancel)]
    [InlineData("BATAL!!", Words.Cancel)]
    [InlineData("0", Words.Back)]
    [InlineData("kembali", Words.Back)]
    [InlineData("*", Words.Menu)]
    [InlineData("/menu", Words.Menu)]
    [InlineData("bantuan", Words.Help)]
    [InlineData("cabut izin", Words.Withdraw)]
    [InlineData("/hapus_data", "erase")]
    [InlineData("english", "language.en")]
    [InlineData("cek", Words.Status)]
    [InlineData("abdi hoyong lapor", Words.Report)]
    [InlineData("arep lapor", Words.Report)]
    [InlineData("kumaha laporan abdi", Words.Status)]
    [InlineData("teu jadi", Words.Cancel)]
    [InlineData("ora sido", Words.Cancel)]
    [InlineData("patugas", Words.Officer)]
    [InlineData("tulung", Words.Help)]
    [InlineData("hapus data abdi", "erase")]
    [InlineData("ga jadi deh", Words.Cancel)]
    [InlineData("mau lapor pak", Words.Report)]
    [InlineData("tlg hapus semua data sy", "erase")]
    [InlineData("mau ngomong sama orang aja", Words.Officer)]
    [InlineData("laporan sy sampe mana ya", Words.Status)]
    [InlineData("stop jgn kirim pesan lagi", "notices.stop")]
    [InlineData("kamu robot?", "who")]
    public void Words_that_hold_everywhere_are_heard_at_any_question(string typed, string word)
    {
        // Act
        var answer = Read(typed, "subject.self", "subject.family", "subject.other", "subject.neighbour", "subject.child");

        // Assert
        Assert.Equal((word, null), (answer.Word, answer.Choice));
    }

    [Fact]
    public void Where_any_words_are_an_answer_only_an_option_letter_by_letter_is_taken_for_one()
    {
        // Arrange
        var open = Open(takesWords: true, Words.Skip, Words.Back);

        // Act, Assert
        Assert.Equal(Words.Skip, _reader.Read(Activity.OfText("Lewati"), open).Choice);
        Assert.Null(_reader.Read(Activity.OfText("Kembar"), open).Choice);
        Assert.True(_reader.Read(Activity.OfText("Lewat Sari"), open).IsText);
    }

    [Fact]
    public void At_the_question_what_it_is_about_aid_is_a_topic_and_not_a_cry_for_help()
    {
        // Act
        var answer = Read("bantuan", "category_group.money_and_food", "category_group.health");

        // Assert
        Assert.Equal("category_group.money_and_food", answer.Choice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("12345678901234567890")]
    [InlineData("😀")]
    [InlineData("saya")]
    public void What_fits_nothing_is_left_to_the_step(string typed)
    {
        // Act
        var answer = Read(typed, "village.known", "village.other");

        // Assert
        Assert.Null(answer.Choice ?? answer.Word);
    }

    [Theory]
    [InlineData("status SLRT-7K3M-9QXA-5", "SLRT-7K3M-9QXA-5")]
    [InlineData("cek  SLRT 7K3M 9QXA 5", "SLRT 7K3M 9QXA 5")]
    public void A_word_that_may_be_followed_by_more_brings_it_along(string typed, string rest)
    {
        // Act
        var answer = Read(typed);

        // Assert
        Assert.Equal(Words.Status, answer.Word);
        Assert.Equal(rest, answer.Rest);
    }

    [Theory]
    [InlineData("buka lagi SLRT-7K3M-9QXA-5", "reopen", "SLRT-7K3M-9QXA-5")]
    [InlineData("Buka  lagi laporan slrt 7k3m 9qxa 5", "reopen", "slrt 7k3m 9qxa 5")]
    [InlineData("cek laporan SLRT-7K3M-9QXA-5", Words.Status, "SLRT-7K3M-9QXA-5")]
    [InlineData("cek petugas PTG-7K3M-9QX", "check_officer", "PTG-7K3M-9QX")]
    [InlineData("tambah SLRT-7K3M-9QXA-5", "add", "SLRT-7K3M-9QXA-5")]
    public void Words_of_which_a_code_follows_are_heard_the_longest_first(string typed, string word, string rest)
    {
        // Act
        var answer = Read(typed);

        // Assert
        Assert.Equal((word, rest), (answer.Word, answer.Rest));
    }

    [Theory]
    [InlineData("sudah lewat tiga bulan beras tidak datang")]
    [InlineData("tambah lagi pak, atapnya juga bocor")]
    [InlineData("belum beres juga jalan di kampung kami")]
    public void The_beginning_of_a_story_is_no_such_word(string typed)
    {
        // Act, Assert
        Assert.Null(Read(typed).Word);
    }

    [Fact]
    public void A_lasting_button_is_understood_whatever_is_asked_now()
    {
        // Arrange
        var button = Choice.Lasting(Words.Status, "Cek status");

        // Act
        var answer = _reader.Read(Press(button.Token), Open(takesWords: true, "village.known"));

        // Assert
        Assert.Equal(Words.Status, answer.Choice);
        Assert.False(answer.IsStale);
    }

    [Fact]
    public void A_lasting_button_that_no_word_hears_is_an_old_one()
    {
        // Act, Assert
        Assert.True(_reader.Read(Press("!village.known"), Open(takesWords: true, "village.known")).IsStale);
    }

    private static Activity Press(string token) =>
        new() { Type = ActivityTypes.Message, Value = JsonSerializer.SerializeToElement(token) };

    private Answer Read(string typed, params string[] keys) => _reader.Read(Activity.OfText(typed), Open(takesWords: false, keys));

    private static OpenPrompt Open(bool takesWords, params string[] keys)
    {
        var options = keys.Select(k => new Option(k, Book.Get("id", Book.Has("id", $"choice.{k}") ? $"choice.{k}" : k))).ToList();
        var tokens = 0;
        return OpenPrompt.Of("test/step", new Prompt("?") { Options = options, TakesWords = takesWords }, OpenPrompt.None, () => $"t{++tokens}");
    }
}
