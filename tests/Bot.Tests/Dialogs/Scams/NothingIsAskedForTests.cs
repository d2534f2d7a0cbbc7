using System.Text.RegularExpressions;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Scams;

/// <summary>
/// No sentence of ours ever asks for a link, a PIN, a one-time code, a password, a bank account or money, so that whoever
/// does is known not to be us. Warnings against giving them are the only place for such words.
/// </summary>
public sealed partial class NothingIsAskedForTests
{
    private static readonly PhraseBook Book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);

    /// <summary>Names of complaints, what residents may write, and what only staff read.</summary>
    private static readonly string[] NotSaid = ["words.", "also.", "answer.", "category.", "category_group.", "choice.", "channel_state."];

    public static TheoryData<string> Languages => [.. Book.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_phrase_asks_for_anything_that_a_swindler_would_ask_for(string language)
    {
        // Arrange
        var said = Book.Keys(language).Where(key => !NotSaid.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(key => (Key: key, Text: Book.Get(language, key, [.. Book.Placeholders(language, key).Select(p => (p, (object?)"…"))])));

        // Act
        var asking = said.Where(s => Asks(s.Text)).Select(s => $"{s.Key}: {s.Text}");

        // Assert
        Assert.Empty(asking);
    }

    [Theory]
    [InlineData("Kirim PIN Anda ke nomor ini.", true)]
    [InlineData("Klik https://bansos.example untuk mendaftar.", true)]
    [InlineData("Transfer Rp50.000 untuk biaya administrasi.", true)]
    [InlineData("Please send your password.", true)]
    [InlineData("Sebutkan nomor rekening Anda.", true)]
    [InlineData("Berapa nomor PIN kartunya?", true)]
    [InlineData("Kintun artos ka nomer ieu.", true)]
    [InlineData("Ulah ketik PIN ATM.", false)]
    [InlineData("Nama sudah ada, tetapi uang belum masuk.", false)]
    [InlineData("Jangan kirim PIN atau kode OTP.", false)]
    [InlineData("Layanan ini gratis. Siapa pun yang meminta uang tidak bertindak atas nama kami.", false)]
    public void What_asks_is_told_from_what_warns(string text, bool asks)
    {
        // Act, Assert
        Assert.Equal(asks, Asks(text));
    }

    private static bool Asks(string text) => Link().IsMatch(text)
        || Sentence().Split(text).Any(sentence => Wanted().IsMatch(sentence) && (Demand().IsMatch(sentence) || sentence.EndsWith('?')) && !Warning().IsMatch(sentence));

    [GeneratedRegex(@"https?://|www\.|\bt\.me/|\bbit\.ly|\bwa\.me", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(pin|otp|password|kata sandi|sandi|rekening|bank account|cvv|transfer|bayar|biaya administrasi|uang|artos|arta|money|pay|fee)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wanted();

    [GeneratedRegex(@"\b(kirim(kan)?|sebut(kan)?|tulis(kan)?|masukkan|isi(kan)?|ketik|bayar(kan)?|transfer(kan)?|setor(kan)?|beri(kan)?|serahkan|kintun|serat|pasihkeun|paringaken|send|enter|type|write|give|pay|tell)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Demand();

    [GeneratedRegex(@"\b(jangan|tidak|ulah|teu|boten|tanpa|gratis|never|not|without|free|nobody)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
