using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.SignedLinks;

namespace SlrtBot.Core.Handovers;

/// <param name="Who">Name and office of who answers.</param>
public sealed record AnswerByLinkInput(string Secret, string Verb, string? Words, string? Who)
{
    public const int LongestWho = 200;

    public IEnumerable<Refusal> Problems()
    {
        if (string.IsNullOrWhiteSpace(Who))
        {
            yield return new Refusal("required", HandoverWorkflow.Who);
        }
        else if (Who.Length > LongestWho)
        {
            yield return new Refusal("too_long", HandoverWorkflow.Who);
        }

        if (Words?.Length > MoveComplaintInput.LongestText)
        {
            yield return new Refusal("too_long", HandoverWorkflow.Words);
        }
    }
}

/// <summary>An office without an account accepts, answers or returns over its link.</summary>
public sealed class AnswerByLink(SlrtDbContext db, LinkBook links, MoveHandover moves)
{
    /// <returns>Refused as not found for an unknown link, with <c>link_over</c> for one that no longer serves.</returns>
    public async Task<Outcome<Handover>> DoAsync(AnswerByLinkInput input, Provenance by, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(LinkPurpose.Handover, input.Secret, cancellationToken) is not { } link
            || await db.Handovers.SingleOrDefaultAsync(h => h.Id == link.ThingId, cancellationToken) is not { } handover)
        {
            return Refusal.NotFound();
        }

        if (!link.ServesAt(by.At) || !handover.IsRunning)
        {
            return Refusal.Conflict("link_over");
        }

        if (!HandoverWorkflow.OfReceiver.Contains(input.Verb))
        {
            return new Refusal("not_a_choice");
        }

        // Pressed twice.
        if (input.Verb == HandoverWorkflow.Accept && handover.Status == HandoverStatus.Accepted)
        {
            return handover;
        }

        var given = new Given(by).With(HandoverWorkflow.Words, input.Words).With(HandoverWorkflow.Who, input.Who);
        var taken = HandoverWorkflow.Table.Take(handover.Status, input.Verb, given);
        return taken.And(input.Problems()) is { Count: > 0 } problems ? problems : await moves.MoveAsync(handover, input.Verb, given, cancellationToken);
    }
}

/// <summary>Notes when a link was first looked at, so that the sender can tell "not opened" from "opened and silent".</summary>
public sealed class NoteLinkOpened(SlrtDbContext db)
{
    public async Task<Outcome<bool>> DoAsync(Guid linkId, Provenance by, CancellationToken cancellationToken)
    {
        var link = await db.SignedLinks.SingleAsync(l => l.Id == linkId, cancellationToken);
        link.OpenedAt ??= by.At;
        return true;
    }
}
