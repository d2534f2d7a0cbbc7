using SlrtBot.Core.Kernel;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class PosterVerbTests
{
    private const string Soreang = "32.04.37.2001";

    [Fact]
    public async Task A_poster_has_the_village_in_each_code_and_the_link_to_type()
    {
        // Arrange
        using var program = new ProgramRun();
        await using var telegram = await FakeTelegramServer.StartAsync();
        await program.VerbAsync("migrate");
        var directory = Path.Combine(program.DataDirectory, "posters");

        // Act
        var exit = await program.VerbAsync(
            "poster", "--village", "3204372001", "--directory", directory, $"--Telegram:BotToken={telegram.Token}",
            $"--Telegram:ApiBaseUrl={telegram.ApiBaseUrl}", "--Host:PublicUrl=https://slrt.example.go.id");

        // Assert
        Assert.Equal("", program.Error.ToString());
        Assert.Equal(0, exit);
        var page = await File.ReadAllTextAsync(Path.Combine(directory, $"poster-{Soreang}.html"));
        Assert.Contains("Kec. Soreang", page, StringComparison.Ordinal);
        Assert.Contains(QrPicture.Svg("https://t.me/slrt_uji_bot?start=d_3204372001"), page, StringComparison.Ordinal);
        Assert.Contains(QrPicture.Svg("https://slrt.example.go.id/chat?start=d_3204372001"), page, StringComparison.Ordinal);
        Assert.Contains(">slrt.example.go.id/chat<", page, StringComparison.Ordinal);
        Assert.Contains("Ada bahaya? Telepon sekarang: Polisi 110", page, StringComparison.Ordinal);
        Assert.DoesNotContain("poster.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_way_to_write_there_is_no_poster_and_it_is_said_what_to_set()
    {
        // Arrange
        using var program = new ProgramRun();
        await program.VerbAsync("migrate");

        // Act
        var exit = await program.VerbAsync("poster", "--village", Soreang, "--directory", program.DataDirectory);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("Telegram__BotToken: or Host__PublicUrl is needed", program.Error.ToString().Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--village", "32.04.37")]
    [InlineData("--village", "Soreang")]
    [InlineData("--village", Soreang, "--language", "xx")]
    public async Task A_wrong_call_writes_nothing(params string[] arguments)
    {
        // Arrange
        using var program = new ProgramRun();
        await program.VerbAsync("migrate");

        // Act
        var exit = await program.VerbAsync(["poster", .. arguments, "--Host:PublicUrl=https://slrt.example.go.id"]);

        // Assert
        Assert.Equal(2, exit);
        Assert.Equal("", program.Out.ToString());
    }
}
