using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Proposals;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>What is asked, and what the village said, as it stands on pages and papers.</summary>
public static class MeetingWords
{
    /// <summary>"Tambah: PKH", "Perbaiki: NIK", "Keluarkan: meninggal".</summary>
    public static string Of(Phrases phrases, AskedFor asked) => asked switch
    {
        { Kind: ProposalKind.Add, Programme: { } programme } => phrases.Get("meeting.asks.with", ("kind", phrases["meeting.asks.add"]), ("what", phrases[$"proposal.choice.programme.{programme}"])),
        { Kind: ProposalKind.Correct, What: { } what } => phrases.Get("meeting.asks.with", ("kind", phrases["meeting.asks.correct"]), ("what", phrases[$"proposal.choice.what.{what}"])),
        { Kind: ProposalKind.Remove, Cause: { } cause } => phrases.Get("meeting.asks.with", ("kind", phrases["meeting.asks.remove"]), ("what", phrases[$"proposal.choice.cause.{cause}"])),
        _ => phrases[$"meeting.asks.{Codes.Of(asked.Kind)}"],
    };

    /// <returns>Empty as long as nobody has decided.</returns>
    public static string Of(Phrases phrases, MeetingItem item) => item switch
    {
        { Decision: null } => "",
        { Reason: { } reason } => $"{phrases[$"meeting.decision.{Codes.Of(item.Decision.Value)}"]}: {phrases[$"meeting.refusing.{reason}"]}",
        _ => phrases[$"meeting.decision.{Codes.Of(item.Decision.Value)}"],
    };

    public static string StateOf(MeetingStatus status) => status switch
    {
        MeetingStatus.Planned => "open",
        MeetingStatus.Closed => "waiting",
        MeetingStatus.Signed => "settled",
        _ => "",
    };
}
