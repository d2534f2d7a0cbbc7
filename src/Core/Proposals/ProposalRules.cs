using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Proposals;

/// <summary>Which way a proposal goes, and by which rule; label <c>proposal.rule.{code}</c>, with <c>{decile}</c> and <c>{ceiling}</c>.</summary>
public sealed record ChosenPath(ProposalPath Path, string Rule, int? Decile = null, int? Ceiling = null);

/// <summary>
/// What the ministry's guide of 2026 says about proposals: which of the two ways, what is turned down for certain, and who needs no
/// decile. Offices settle the highest deciles. Source: docs/proposals.md, "Which way".
/// </summary>
public sealed class ProposalRules(DecileCeilings ceilings)
{
    /// <summary>Turned down for certain, whatever else is true.</summary>
    public static IReadOnlyList<string> Rejections { get; } = ["address_not_found", "person_not_found", "dead", "official", "family_of_official"];

    /// <summary>Goes to the programme without a decile.</summary>
    public static IReadOnlyList<string> Exceptions { get; } = ["disaster", "untreated_ppks", "life_threatening", "government_policy"];

    /// <param name="check">What the newest check of the person came to; null where nobody has looked.</param>
    /// <param name="decile">What the list says.</param>
    /// <returns>
    /// Refused with <c>proposal_unchecked</c>, <c>proposal_doubtful</c>, <c>proposal_unmatched</c> (Dukcapil comes first),
    /// <c>proposal_listed</c> where the person is listed and no programme is asked for, <c>proposal_not_listed</c> where there is nobody to
    /// correct or take out, and <c>proposal_sure_rejection</c>.
    /// </returns>
    public Outcome<ChosenPath> PathOf(ProposalEntry entry, CheckOutcome? check, int? decile)
    {
        if (check is null)
        {
            return new Refusal("proposal_unchecked");
        }

        if (check == CheckOutcome.Doubtful)
        {
            return new Refusal("proposal_doubtful");
        }

        if (entry.Kind != ProposalKind.Add)
        {
            return check == CheckOutcome.NotListed ? new Refusal("proposal_not_listed") : new ChosenPath(ProposalPath.Update, "change");
        }

        if (entry.Several(ProposalFields.Rejections).Any(r => r != WrittenField.None))
        {
            return new Refusal("proposal_sure_rejection", ProposalFields.Rejections);
        }

        if (check == CheckOutcome.Unmatched)
        {
            return new Refusal("proposal_unmatched");
        }

        if (entry[ProposalFields.Exception] is not null)
        {
            return entry[ProposalFields.Programme] is null
                ? new Refusal("required", ProposalFields.Programme)
                : new ChosenPath(ProposalPath.Programme, "exception");
        }

        return (check, entry[ProposalFields.Programme]) switch
        {
            (CheckOutcome.NotListed, _) => new ChosenPath(ProposalPath.Update, "not_listed"),
            (_, null) => new Refusal("proposal_listed", ProposalFields.Programme),
            (_, { } programme) => decile is { } known && known <= ceilings.Of(programme)
                ? new ChosenPath(ProposalPath.Programme, "fits", known, ceilings.Of(programme))
                : new ChosenPath(ProposalPath.Update, decile is null ? "no_decile" : "does_not_fit", decile, ceilings.Of(programme)),
        };
    }
}
