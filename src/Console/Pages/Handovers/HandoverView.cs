using SlrtBot.Core.Handovers;

namespace SlrtBot.Console.Pages.Handovers;

/// <param name="Link">Just made, and shown this once.</param>
/// <param name="Refused">The verb whose form was refused.</param>
/// <param name="Words">What was typed into it.</param>
public sealed record HandoverView(HandoverSheet Sheet, ShownLink? Link = null, string? Refused = null, string? Words = null)
{
    public Handover Handover => Sheet.Handover;

    public bool IsStale { get; init; }

    /// <summary>The rows that the receiver may take now.</summary>
    public IEnumerable<string> Verbs => Sheet.IsReceiver
        ? HandoverWorkflow.Table.From(Handover.Status).Select(m => m.Verb).Where(HandoverWorkflow.OfReceiver.Contains)
        : [];
}

/// <param name="Words">What was typed before it was refused.</param>
public sealed record HandoverForm(Guid Id, string Verb, int Version, string? Words)
{
    public bool NeedsWords => Verb != HandoverWorkflow.Accept;
}
