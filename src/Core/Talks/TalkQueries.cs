using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <param name="Taker">Name of the officer who has it; null while it waits.</param>
public sealed record TalkRow(
    Guid ConversationId, string Channel, TalkState State, string? VillageCode, string RegencyCode, string? Reference, string? CategoryCode,
    DateTime RequestedAt, DateTime LastActivityAt, Guid? TakenBy, string? Taker)
{
    public required TalkPriority Priority { get; init; }

    public Danger? Danger { get; init; }

    public string? DistrictCode { get; init; }

    public DangerKind? DangerKind { get; init; }

    /// <summary>The smallest area that is known.</summary>
    public string AreaCode => VillageCode ?? DistrictCode ?? RegencyCode;

    /// <summary>An emergency of which nobody is known to have heard.</summary>
    public bool IsUnreached { get; init; }
}

/// <summary>What stands on the card of an alarm, opened.</summary>
/// <param name="Pin">"latitude,longitude" in degrees, WGS 84.</param>
/// <param name="Words">What was written in danger, a message a line.</param>
public sealed record AlarmCard(
    DangerKind Kind, string AreaCode, string? Whereabouts, string? Pin, string? Company, string? Phone, string? Words, KeepingGround? Ground, DateTime? ForgetAt);

/// <summary>A chat as staff see it: who has it, and what was said.</summary>
/// <param name="Running">The talk that has not ended; null while the bot has the chat.</param>
public sealed record ConversationSheet(
    Guid ConversationId, string Channel, string Language, bool Reachable, Talk? Running, string? Taker, string? Dialog,
    bool HasPin, IReadOnlyList<string> References, IReadOnlyList<SheetMessage> Thread)
{
    /// <summary>Of the newest emergency that is not forgotten; null where there is none that the reader may see.</summary>
    public AlarmCard? Alarm { get; init; }
}

/// <summary>Talks between residents and officers, inside the reader's areas.</summary>
public sealed class TalkQueries(SlrtDbContext db, FieldCipher cipher, TimeProvider clock, ResidentWords words)
{
    private const int Most = 200;
    private const int LongestThread = 200;
    private const int MostMissed = 50;
    private static readonly TimeSpan MissedShown = TimeSpan.FromDays(7);

    /// <summary>What has not ended: emergencies first, then what waits longest.</summary>
    public async Task<IReadOnlyList<TalkRow>> RunningAsync(StaffScope scope, CancellationToken cancellationToken) =>
    [
        .. (await Rows(Running(scope).OrderBy(t => t.Priority).ThenBy(t => t.Id).Take(Most))
            .ToListAsync(cancellationToken)).OrderBy(t => t.State),
    ];

    /// <summary>What nobody took in the last days, the latest first.</summary>
    public Task<List<TalkRow>> MissedAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime - MissedShown;
        var missed = db.Talks.AsNoTracking().VisibleTo(db, scope).Where(t => t.EndedBy == TalkEnd.Missed && t.EndedAt > since);
        return Rows(missed.OrderByDescending(t => t.EndedAt).Take(MostMissed)).ToListAsync(cancellationToken);
    }

    public Task<int> WaitingAsync(StaffScope scope, CancellationToken cancellationToken) =>
        Running(scope).Where(t => t.State == TalkState.Requested).Take(QueueQueries.CountLimit).CountAsync(cancellationToken);

    /// <returns>Null for a miss and for a chat that is not the reader's alike: neither a talk nor a complaint of it lies in their areas.</returns>
    public async Task<Unseen<ConversationSheet>?> FindAsync(Guid conversationId, StaffScope scope, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == conversationId, cancellationToken);
        if (conversation is null || !await MayReadAsync(conversationId, scope, cancellationToken))
        {
            return null;
        }

        var running = await Running(scope).SingleOrDefaultAsync(t => t.ConversationId == conversationId, cancellationToken);
        var heard = await words.OpenAsync(db.InboundMessages.Where(m => m.ConversationId == conversationId), LongestThread, cancellationToken);
        var said = await db.OutboundMessages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.Kind != OutboundKind.Edit && m.Kind != OutboundKind.Removal && m.Kind != OutboundKind.Event)
            .OrderByDescending(m => m.Id).Take(LongestThread).ToListAsync(cancellationToken);
        Guid?[] writers = [running?.TakenBy, .. said.Select(m => m.StaffId)];
        var wanted = writers.OfType<Guid>().Distinct().ToArray();
        var names = await db.StaffMembers.Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var sheet = new ConversationSheet(
            conversation.Id, conversation.Channel, conversation.Language, conversation.Reachable, running, Name(names, running?.TakenBy),
            conversation.Dialog,
            conversation.Pin is not null,
            await db.Complaints.VisibleTo(scope).Where(c => c.ConversationId == conversationId).OrderByDescending(c => c.Id).Take(10)
                .Select(c => c.Reference).ToListAsync(cancellationToken),
            [
                .. heard.Select(SheetMessage.Of)
                    .Concat(said.Select(m => new SheetMessage(
                        m.Id, m.Kind == OutboundKind.Staff ? Speaker.Staff : Speaker.Bot, Name(names, m.StaffId),
                        cipher.OpenWhole(m).Text, m.CreatedAt, m.State)))
                    .OrderBy(m => m.At).ThenBy(m => m.Id).TakeLast(LongestThread),
            ])
        {
            Alarm = await CardAsync(conversationId, scope, cancellationToken),
        };
        return new Unseen<ConversationSheet>(sheet, new View("conversation.viewed", "conversation", conversationId));
    }

    /// <summary>Whether a talk or a complaint of the chat lies in the reader's areas, and none of it is kept from them.</summary>
    public async Task<bool> MayReadAsync(Guid conversationId, StaffScope scope, CancellationToken cancellationToken)
    {
        if (!await db.IsChatOpenAsync(conversationId, scope, Permission.ReadComplaints, cancellationToken))
        {
            return false;
        }

        // A day after its end a talk may still be looked up; one that nobody took, as long as it is listed.
        var now = clock.GetUtcNow().UtcDateTime;
        var (since, missedSince) = (now.AddDays(-1), now - MissedShown);
        return await db.Talks.VisibleTo(db, scope)
                .AnyAsync(t => t.ConversationId == conversationId && (t.EndedAt == null || t.EndedAt > since
                    || (t.EndedBy == TalkEnd.Missed && t.EndedAt > missedSince)), cancellationToken)
            || await db.Complaints.VisibleTo(scope, Permission.WriteToResidents).AnyAsync(c => c.ConversationId == conversationId, cancellationToken);
    }

    private async Task<AlarmCard?> CardAsync(Guid conversationId, StaffScope scope, CancellationToken cancellationToken)
    {
        var talk = await db.Talks.AsNoTracking().VisibleTo(db, scope).Where(t => t.ConversationId == conversationId && t.Words != null)
            .OrderByDescending(t => t.Id).FirstOrDefaultAsync(cancellationToken);
        return talk is null
            ? null
            : new AlarmCard(
                talk.DangerKind ?? DangerKind.General, talk.Closest(), Open(talk.Whereabouts, "whereabouts"), Open(talk.Pin, "pin"),
                Open(talk.Company, "company"), Open(talk.Phone, "phone"), Open(talk.Words, "words"), talk.Ground, talk.ForgetAt);

        string? Open(Sealed? part, string column) => cipher.OpenOptional(part, Talk.Table, talk.Id, column);
    }

    /// <summary>Emergencies of which nobody is known to have heard.</summary>
    public Task<int> UnreachedAsync(StaffScope scope, CancellationToken cancellationToken) => Running(scope)
        .Where(t => t.State == TalkState.Requested && t.Priority == TalkPriority.Emergency && t.ReachedAt == null)
        .Take(QueueQueries.CountLimit).CountAsync(cancellationToken);

    private IQueryable<Talk> Running(StaffScope scope) => db.Talks.AsNoTracking().VisibleTo(db, scope)
        .Where(t => t.State == TalkState.Requested || t.State == TalkState.Active);

    private IQueryable<TalkRow> Rows(IQueryable<Talk> talks) => talks
        .Select(t => new TalkRow(
            t.ConversationId,
            db.Conversations.Where(c => c.Id == t.ConversationId).Select(c => c.Channel).First(),
            t.State, t.VillageCode, t.RegencyCode,
            db.Complaints.Where(c => c.Id == t.ComplaintId).Select(c => c.Reference).FirstOrDefault(),
            db.Complaints.Where(c => c.Id == t.ComplaintId).Select(c => c.CategoryCode).FirstOrDefault(),
            t.RequestedAt, t.LastActivityAt, t.TakenBy,
            db.StaffMembers.Where(s => s.Id == t.TakenBy).Select(s => s.Name).FirstOrDefault())
        {
            Priority = t.Priority,
            Danger = t.Danger,
            DistrictCode = t.DistrictCode,
            DangerKind = t.DangerKind,
            IsUnreached = t.State == TalkState.Requested && t.Priority == TalkPriority.Emergency && t.ReachedAt == null,
        });

    private static string? Name(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
