using SlrtBot.Core.Understanding;
using Xunit;

namespace SlrtBot.Core.Tests.Understanding;

/// <summary>The list of words of danger, row by row.</summary>
public sealed class EmergencyPatternTests
{
    [Fact]
    public void No_row_is_taken_back_by_its_own_words()
    {
        // Act: an exception of the same stem as the word itself would silence the row for good.
        var silent = Emergencies.SilentRows(Tables.Read("Words.emergencies"));

        // Assert
        Assert.Empty(silent);
    }

    [Fact]
    public void A_row_that_silences_itself_is_found()
    {
        // Act
        var silent = Emergencies.SilentRows([["sure", "pukul anak", "terpukul"], ["sure", "pukul anak", "terpukul!"]]);

        // Assert
        Assert.Equal(["pukul anak"], silent);
    }
}
