using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.DataRequests;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Grant">False to refuse, which needs a reason.</param>
/// <param name="Answer">What the person reads beside the standing sentence.</param>
public sealed record AnswerRequestInput(Guid RequestId, int Version, bool Grant, string? Answer)
{
    public const int LongestAnswer = 1500;
}

/// <summary>A request is carried out or refused, and the person is told. To erase is to empty, in this very save.</summary>
public sealed class AnswerRequest(
    SlrtDbContext db, EraseConversation erase, Outbox outbox, FieldCipher cipher, PhraseBook phrases, AuditTrail audit)
{
    public async Task<Outcome<DataRequest>> DoAsync(
        AnswerRequestInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var request = await db.DataRequests.VisibleTo(db, actor).SingleOrDefaultAsync(r => r.Id == input.RequestId, cancellationToken);
        if (request is null)
        {
            return Refusal.NotFound();
        }

        if (request.State != DataRequestState.Open || request.Version != input.Version)
        {
            return Refusal.Conflict(request.State == DataRequestState.Open ? "stale" : "already_done");
        }

        if (string.IsNullOrWhiteSpace(input.Answer) && (!input.Grant || request.Kind == DataRequestKind.Correct))
        {
            return new Refusal("required", "answer");
        }

        if (input.Answer?.Length > AnswerRequestInput.LongestAnswer)
        {
            return new Refusal("too_long", "answer");
        }

        var conversation = await db.Conversations.SingleAsync(c => c.Id == request.ConversationId, cancellationToken);
        if (input.Grant && request.Kind == DataRequestKind.Erase && await erase.RunAsync(conversation, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Close(request, input, actor, by);
        Tell(conversation, request, input.Answer, by.At);
        return request;
    }

    private void Close(DataRequest request, AnswerRequestInput input, StaffScope actor, Provenance by)
    {
        var erased = request.Kind == DataRequestKind.Erase && input.Grant;
        request.State = input.Grant ? DataRequestState.Done : DataRequestState.Refused;
        request.HandledBy = actor.StaffId;
        request.HandledAt = by.At;
        request.Answer = erased || string.IsNullOrWhiteSpace(input.Answer)
            ? null
            : cipher.Seal(input.Answer.Trim(), DataRequest.Table, request.Id, "answer");
        audit.Record(
            by, input.Grant ? "rights.done" : "rights.refused", "rights_request", request.Id,
            new { kind = Codes.Of(request.Kind), conversation = request.ConversationId });
    }

    private void Tell(Conversation conversation, DataRequest request, string? answer, DateTime now)
    {
        var standing = phrases.Get(conversation.Language, $"rights.{Codes.Of(request.Kind)}.{Codes.Of(request.State)}");
        var words = string.IsNullOrWhiteSpace(answer) ? standing : $"{standing}\n\n{answer.Trim()}";
        outbox.Enqueue(conversation, new MessageContent(words), OutboundKind.Staff, $"rights:{request.Id:N}", now, staffId: request.HandledBy);
    }
}
