using SlrtBot.Core.Persistence;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>"Setuju" and "kirim" as people say them: among other words.</summary>
public sealed class AssentTests
{
    [Theory]
    [InlineData("iya saya setuju, baca sedikit tadi panjang banget ya")]
    [InlineData("ya udah setuju asal nanti ditelpon", false)]
    [InlineData("enya satuju")]
    [InlineData("nya mangga atuh satuju")]
    [InlineData("Satuju pa")]
    [InlineData("oh harus setuju dulu? kan cm nanya", false)]
    [InlineData("ga setuju ah", false)]
    [InlineData("belum tau setuju apa engga", false)]
    public async Task Consent_is_heard_among_other_words_and_never_out_of_a_doubt(string says, bool isConsent = true)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);

        // Act, Assert
        await chat.PlayAsync($"> lapor\n< Apakah Anda setuju?\n> {says}\n{(isConsent ? "< Langkah 1 dari 6" : "<! Langkah 1 dari 6")}");
    }

    [Theory]
    [InlineData("ya udah bener, kirim")]
    [InlineData("muhun, kirim we jang hatur nuhun pisan")]
    [InlineData("ok lanjut, kirim, thank uuu kak")]
    [InlineData("gas kirim")]
    [InlineData("kirim. awas kalo diabaikan")]
    [InlineData("jangan dikirim dulu", false)]
    [InlineData("kalau dikirim ketauan pak rt ga?", false)]
    [InlineData("nanti kirim fotonya", false)]
    public async Task A_report_goes_off_by_the_word_among_other_words(string says, bool isSent = true)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(Paths.ToReview);

        // Act, Assert
        await chat.PlayAsync($"> {says}\n{(isSent ? "< Laporan terkirim" : "<! Laporan terkirim")}");
    }
}
