using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Proposals;

/// <summary>
/// What a resident reads of a proposal. Nothing of it promises aid or a decile, and nothing says what was found at a home: a phone is
/// read by others too.
/// </summary>
public sealed class ProposalNews(PhraseBook phrases, UpdateCycle clock)
{
    /// <summary>A meeting that is only planned is no news, and whoever withdrew the complaint knows it.</summary>
    public static bool IsTold(ProposalMoved happened) =>
        happened.Verb is not (ProposalWorkflow.PutOnAgenda or ProposalWorkflow.TakeOff) && happened.Reason != ProposalReasons.ResidentWithdrew;

    /// <summary>An outcome, which somebody carries where no chat takes it.</summary>
    public static bool IsOutcome(ProposalMoved happened) => IsTold(happened) && !happened.To.IsRunning() && happened.To != ProposalStatus.Withdrawn;

    public string Made(string language, Proposal proposal, string reference) => phrases.Get(
        language, $"notice.proposal.made.{Codes.Of(proposal.Kind)}", ("reference", reference), ("day", phrases.Date(language, clock.Of(proposal.Cycle).MeetUntil)));

    /// <param name="today">The service day.</param>
    public string Moved(string language, ProposalMoved happened, DateOnly today) => phrases.Get(
        language, $"notice.proposal.{happened.Verb}", ("reference", happened.Complaint.Reference), ("day", phrases.Date(language, clock.For(today).MeetUntil)),
        ("reason", happened.Reason is { } reason ? phrases.Get(language, $"proposal.reason.{reason}") : ""));
}
