using SlrtBot.Core.Kernel;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Registry;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Proposals;

/// <summary>Which of the two ways a proposal goes, and when it goes none (docs/proposals.md).</summary>
public sealed class ProposalRulesTests
{
    private static readonly SettledValues Settled = new();
    private static readonly ProposalRules Rules = new(new DecileCeilings(Settled));

    [Theory]
    [InlineData(CheckOutcome.NotListed, null, null, null, ProposalPath.Update, "not_listed")]
    [InlineData(CheckOutcome.NotListed, null, "pkh", null, ProposalPath.Update, "not_listed")]
    [InlineData(CheckOutcome.Listed, 4, "pkh", null, ProposalPath.Programme, "fits")]
    [InlineData(CheckOutcome.Listed, 5, "pkh", null, ProposalPath.Update, "does_not_fit")]
    [InlineData(CheckOutcome.Listed, 5, "pbi", null, ProposalPath.Programme, "fits")]
    [InlineData(CheckOutcome.Listed, null, "pbi", null, ProposalPath.Update, "no_decile")]
    [InlineData(CheckOutcome.Listed, 9, "atensi", "disaster", ProposalPath.Programme, "exception")]
    [InlineData(CheckOutcome.NotListed, null, "atensi", "untreated_ppks", ProposalPath.Programme, "exception")]
    public void The_way_follows_from_the_check(CheckOutcome check, int? decile, string? programme, string? exception, ProposalPath path, string rule)
    {
        // Act
        var chosen = Rules.PathOf(Entry(programme, exception), check, decile);

        // Assert
        Assert.Equal((path, rule), (chosen.Value.Path, chosen.Value.Rule));
    }

    [Theory]
    [InlineData(null, null, "none", "proposal_unchecked")]
    [InlineData(CheckOutcome.Doubtful, null, "none", "proposal_doubtful")]
    [InlineData(CheckOutcome.Unmatched, null, "none", "proposal_unmatched")]
    [InlineData(CheckOutcome.Listed, null, "none", "proposal_listed")]
    [InlineData(CheckOutcome.NotListed, null, "official", "proposal_sure_rejection")]
    [InlineData(CheckOutcome.NotListed, "disaster", "dead", "proposal_sure_rejection")]
    [InlineData(CheckOutcome.NotListed, "disaster", "none", "required")]
    public void What_the_ministry_would_not_look_at_is_not_proposed(CheckOutcome? check, string? exception, string rejections, string code)
    {
        // Act
        var chosen = Rules.PathOf(Entry(null, exception, rejections), check, 1);

        // Assert
        Assert.Equal(code, Assert.Single(chosen.Refusals).Code);
    }

    [Theory]
    [InlineData(CheckOutcome.NotListed, null)]
    [InlineData(CheckOutcome.Unmatched, ProposalPath.Update)]
    [InlineData(CheckOutcome.Listed, ProposalPath.Update)]
    public void Who_is_in_no_list_is_neither_corrected_nor_taken_out(CheckOutcome check, ProposalPath? path)
    {
        foreach (var (kind, values) in new[] { (ProposalKind.Correct, TestProposals.Correct), (ProposalKind.Remove, TestProposals.Remove) })
        {
            // Act
            var chosen = Rules.PathOf(new ProposalEntry(kind, values), check, null);

            // Assert
            Assert.Equal(path, chosen.Succeeded ? chosen.Value.Path : null);
            Assert.All(chosen.Refusals, r => Assert.Equal("proposal_not_listed", r.Code));
        }
    }

    [Fact]
    public void Offices_settle_other_deciles_and_other_days()
    {
        // Arrange
        var settled = new SettledValues();
        var (rules, clock) = (new ProposalRules(new DecileCeilings(settled)), new UpdateCycle(settled));

        // Act
        settled.Settle(new("data.ceiling.sembako"), "4");
        settled.Settle(new("data.day.collect"), "17");

        // Assert
        Assert.Equal(ProposalPath.Update, rules.PathOf(Entry("sembako", null), CheckOutcome.Listed, 5).Value.Path);
        Assert.Equal(new DateOnly(2026, 12, 1), clock.For(new(2026, 12, 17)).Month);
        Assert.Equal((17, 17, 17), (clock.Of(new(2026, 12, 1)).CollectUntil.Day, clock.Of(new(2026, 12, 1)).MeetUntil.Day, clock.Of(new(2026, 12, 1)).ApproveUntil.Day));
    }

    [Theory]
    [InlineData("2026-12-11", "2026-12-01")]
    [InlineData("2026-12-12", "2027-01-01")]
    [InlineData("2027-02-28", "2027-03-01")]
    public void What_comes_after_the_cut_off_belongs_to_the_next_month(string day, string month)
    {
        // Act
        var cycle = new UpdateCycle(Settled).For(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        // Assert
        Assert.Equal(month, $"{cycle.Month:yyyy-MM-dd}");
        Assert.Equal((11, 14, 17), (cycle.CollectUntil.Day, cycle.MeetUntil.Day, cycle.ApproveUntil.Day));
    }

    [Theory]
    [InlineData(ProposalFields.NationalId, "", "proposal_number_needed")]
    [InlineData(ProposalFields.NationalId, "3204", "number_16")]
    [InlineData(ProposalFields.NationalId, "3,20437E+15", "number_16")]
    [InlineData(ProposalFields.Rejections, "", "required")]
    [InlineData(ProposalFields.Rejections, "none dead", "none_and_some")]
    [InlineData(ProposalFields.Programme, "zzz", "not_a_choice")]
    [InlineData(ProposalFields.BornOn, "2099-01-01", "day_out_of_range")]
    [InlineData(ProposalFields.Name, "  ", "required")]
    public void What_is_wrong_is_said_at_its_field(string field, string value, string code)
    {
        // Act
        var problems = new ProposalEntry(ProposalKind.Add, new Dictionary<string, string>(TestProposals.Add) { [field] = value }).Problems(new(2026, 12, 1));

        // Assert
        Assert.Equal((code, field), (problems.Single().Code, problems.Single().Field));
    }

    [Fact]
    public void Numbers_are_taken_as_people_write_them() =>
        Assert.Equal(TestProposals.Nik, new ProposalEntry(ProposalKind.Add, new Dictionary<string, string> { [ProposalFields.NationalId] = "3204 3752 0374.9999" })[ProposalFields.NationalId]);

    private static ProposalEntry Entry(string? programme, string? exception, string rejections = "none") => new(ProposalKind.Add, new Dictionary<string, string>(TestProposals.Add)
    {
        [ProposalFields.Programme] = programme ?? "",
        [ProposalFields.Exception] = exception ?? "",
        [ProposalFields.Rejections] = rejections,
    });
}
