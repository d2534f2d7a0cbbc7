using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

public sealed class SealingRuleTests
{
    [Fact]
    public void No_value_is_sealed_for_a_table_by_its_name()
    {
        // Act
        var wrong = Repository.Sources.SelectMany(SealingRules.PlacesByName);

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("""cipher.Seal(text, "complaint", id, "story")""")]
    [InlineData("""cipher.OpenOptional(c.Phone, "complaint", c.Id, "phone")""")]
    [InlineData("""
        cipher.SealBytes(
            update.Payload.Span,
            "inbound_message", message.Id, "payload")
        """)]
    public void A_table_by_its_name_is_found(string text)
    {
        // Act
        var wrong = SealingRules.PlacesByName(new SourceFile("src/Core/X.cs", text));

        // Assert
        Assert.Single(wrong);
    }
}
