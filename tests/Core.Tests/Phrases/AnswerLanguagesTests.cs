using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Phrases;

public sealed class AnswerLanguagesTests
{
    [Theory]
    [InlineData("", "id en")]
    [InlineData("jv", "id en jv")]
    [InlineData("jv, su", "id en su jv")]
    [InlineData("id,en,su", "id en su")]
    public void Only_what_is_named_is_added(string setting, string spoken)
    {
        // Act
        var languages = AnswerLanguages.Read(Of(setting));

        // Assert
        Assert.Equal(spoken, string.Join(' ', languages));
    }

    [Fact]
    public void A_language_that_nobody_wrote_stops_the_start_and_says_what_to_do()
    {
        // Act
        var thrown = Record.Exception(() => AnswerLanguages.Read(Of("su,btk")));

        // Assert
        Assert.IsType<OptionsException>(thrown);
        Assert.Contains("Languages__Answers", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("su or jv", thrown.Message, StringComparison.Ordinal);
    }

    private static ConfigurationManager Of(string setting) =>
        new ConfigurationManager().With([new KeyValuePair<string, string?>("Languages:Answers", setting)]);
}
