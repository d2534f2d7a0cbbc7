using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// One unsent draft: after a day of silence its writer is reminded of it, once; after seven days it is deleted, which
/// is said. What nobody sends is nobody's business for longer.
/// </summary>
public sealed class TendDraft(
    SlrtDbContext db, Outbox outbox, NoticeTime noticeTime, ForgetDraft forget, AreaCatalogue areas, PhraseBook phrases, AuditTrail audit)
{
    /// <summary>The bot's words for it; what follows is the draft's id, so that an old button does not meet a new draft.</summary>
    public const string ResumeKey = "draft.resume.";
    public const string DeleteKey = "draft.delete.";

    public static readonly TimeSpan Silence = TimeSpan.FromDays(1);
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <returns>False when nothing was due after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid conversationId, Provenance by, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId, cancellationToken);
        if (conversation.DraftDueAt is null || conversation.DraftDueAt > by.At)
        {
            return false;
        }

        var silence = by.At - conversation.LastInboundAt;
        if (silence >= Kept)
        {
            await DeleteAsync(conversation, by, cancellationToken);
            return true;
        }

        var isReminded = conversation.DraftNudgedAt is not null || await IsRemindedOfAsync(conversation.DraftId, cancellationToken);
        conversation.DraftDueAt = conversation.LastInboundAt + (silence < Silence ? Silence : Kept);
        if (silence < Silence || isReminded || conversation.IsInDanger || conversation.DraftId is not { } draft)
        {
            return false;
        }

        if (Later(conversation, by.At) is { } morning)
        {
            // Looked at again then, rather than sent then: by that time it may be under way again.
            conversation.DraftDueAt = morning;
            return false;
        }

        Remind(conversation, draft, by);
        return true;
    }

    /// <summary>Of this draft, before its writer went on with it.</summary>
    private Task<bool> IsRemindedOfAsync(Guid? draft, CancellationToken cancellationToken) =>
        db.OutboundMessages.AnyAsync(m => m.DedupeKey == ReminderOf(draft), cancellationToken);

    private static string ReminderOf(Guid? draft) => $"draft:{draft:N}";

    private void Remind(Conversation conversation, Guid draft, Provenance by)
    {
        conversation.DraftNudgedAt = by.At;
        var content = new MessageContent(phrases.Get(conversation.Language, "draft.nudge"))
        {
            Choices =
            [
                Choice.Lasting($"{ResumeKey}{draft:N}", phrases.Get(conversation.Language, "draft.nudge.resume"), ChoiceStyle.Success),
                Choice.Lasting($"{DeleteKey}{draft:N}", phrases.Get(conversation.Language, "draft.nudge.delete"), ChoiceStyle.Danger),
            ],
            Silent = true,
        };
        outbox.Enqueue(conversation, content, OutboundKind.Notice, ReminderOf(draft), by.At);
        audit.Record(by, "draft.reminded", "conversation", conversation.Id);
    }

    private async Task DeleteAsync(Conversation conversation, Provenance by, CancellationToken cancellationToken)
    {
        var draft = conversation.DraftId;
        await forget.DoAsync(conversation, by, cancellationToken);
        conversation.Dialog = null;
        conversation.Step = null;
        if (conversation.IsInDanger || draft is null)
        {
            return;
        }

        outbox.Enqueue(
            conversation, new MessageContent(phrases.Get(conversation.Language, "draft.deleted")) { Silent = true }, OutboundKind.Notice,
            $"draft:{draft:N}:deleted", by.At, Later(conversation, by.At));
    }

    private DateTime? Later(Conversation conversation, DateTime now) =>
        noticeTime.For(conversation, conversation.VillageCode ?? areas.HomeRegency, now);
}
