using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

public sealed class PersonNameTests
{
    private static readonly SpokenForms Forms = new(PhraseBook.Load(typeof(BotServices).Assembly));
    private readonly SaidName _names = new(Forms, new Rephrasing(Forms));

    [Theory]
    [InlineData("Suharto", "Suharto")]
    [InlineData("nama saya Siti Aminah", "Siti Aminah")]
    [InlineData("Nama: Hj. Euis Komariah, S.Pd.", "Hj. Euis Komariah, S.Pd")]
    [InlineData("  Mak   Icih ", "Mak Icih")]
    [InlineData("Namira", "Namira")]
    [InlineData("Nok", "Nok")]
    [InlineData("A", null)]
    [InlineData("12345", null)]
    [InlineData("Siti 2", null)]
    [InlineData("...", null)]
    public void Names_are_taken_as_people_write_them(string text, string? name)
    {
        // Act, Assert
        Assert.Equal(name, PersonName.Read(text));
    }

    [Theory]
    [InlineData("ibu saya namanya enok", "enok")]
    [InlineData("namanya Enok sudah tua", "Enok")]
    [InlineData("nama saya bukan Siti tapi Sari", "Sari")]
    [InlineData("iya, Enok", "Enok")]
    [InlineData("ini saya Siti", "Siti")]
    [InlineData("Pak RT Dedi", "Pak RT Dedi")]
    [InlineData("Hj. Euis Komariah, S.Pd.", "Hj. Euis Komariah, S.Pd")]
    [InlineData("nami abdi Euis", "Euis")]
    [InlineData("my name is Siti", "Siti")]
    [InlineData("kis nya mati pak padahal cuci darah", null)]
    [InlineData("ini saya bu rt minjem hp", null)]
    [InlineData("bansosna teu acan cair", null)]
    [InlineData("my mother is sick", null)]
    [InlineData("nama saya dihapus dari daftar", null)]
    public void A_sentence_is_no_name_though_one_may_stand_in_it(string text, string? name)
    {
        // Act, Assert
        Assert.Equal(name, _names.Read(text));
    }

    [Theory]
    [InlineData("Siti Aminah, 0812 3456 7890", "Siti Aminah", "+6281234567890")]
    [InlineData("081234567890 Asep", "Asep", "+6281234567890")]
    [InlineData("nama saya Asep, no hp: 0812-3456-7890", "Asep", "+6281234567890")]
    [InlineData("Nomi dan hp 081234567890", "Nomi", "+6281234567890")]
    [InlineData("081234567890", null, "+6281234567890")]
    [InlineData("Wawan", "Wawan", null)]
    public void A_name_and_a_number_in_one_message_are_told_apart(string text, string? name, string? phone)
    {
        // Act
        var (readName, readPhone, _) = _names.ReadWithPhone(text);

        // Assert
        Assert.Equal((name, phone), (readName, readPhone?.E164));
    }
}
