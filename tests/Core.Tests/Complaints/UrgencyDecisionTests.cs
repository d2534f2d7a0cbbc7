using SlrtBot.Core.Complaints;
using SlrtBot.Core.Understanding;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

public sealed class UrgencyDecisionTests
{
    [Theory]
    [InlineData(Urgency.Normal, null, Urgency.Normal)]
    [InlineData(Urgency.Normal, Urgency.Urgent, Urgency.Urgent)]
    [InlineData(Urgency.Info, Urgency.Urgent, Urgency.Urgent)]
    [InlineData(Urgency.Urgent, null, Urgency.Urgent)]
    [InlineData(Urgency.Urgent, Urgency.Normal, Urgency.Normal)]
    [InlineData(Urgency.Emergency, null, Urgency.Emergency)]
    [InlineData(Urgency.Emergency, Urgency.Urgent, Urgency.Emergency)]
    [InlineData(Urgency.Emergency, Urgency.Normal, Urgency.Urgent)]
    public void The_resident_decides_but_takes_no_emergency_away_from_staff(Urgency proposed, Urgency? said, Urgency decided)
    {
        // Act, Assert
        Assert.Equal(decided, UrgencyDecision.Of(proposed, said));
    }

    [Theory]
    [InlineData("rumah hampir ambruk, kami takut tidur di dalam", Urgency.Urgent, "ambruk")]
    [InlineData("bpjs pbi nonaktif, suami saya mau operasi minggu ini", Urgency.Urgent, "operasi")]
    [InlineData("saya dipukul suami", Urgency.Emergency, "dipukul")]
    [InlineData("bansos saya sudah 3 bulan belum cair", Urgency.Normal, null)]
    public void The_words_that_made_a_story_urgent_are_named_as_they_were_typed(string story, Urgency urgency, string? word)
    {
        // Act
        var understood = new Understander().Understand(story);

        // Assert
        Assert.Equal(urgency, understood.Urgency);
        Assert.InRange(understood.UrgentBecause.Count, word is null ? 0 : 1, word is null ? 0 : 3);
        Assert.All(understood.UrgentBecause, because => Assert.Contains(because, story, StringComparison.Ordinal));
        Assert.Equal(word is not null, understood.UrgentBecause.Contains(word!));
    }
}
