using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// One chat on one channel: where it can be reached, the language, the consent, and where the dialog stands.
/// A conversation may hold many complaints and speak for many people; it is not a person.
/// </summary>
public sealed class Conversation : IVersioned
{
    public static readonly SealedTable Table = new("conversation");

    /// <summary>How long somebody who wants the replies in the same response waits for them.</summary>
    public static readonly TimeSpan RepliesAwaited = TimeSpan.FromSeconds(10);

    public required Guid Id { get; init; }

    /// <summary><c>telegram</c>, <c>webchat</c>, …</summary>
    public required string Channel { get; init; }

    /// <summary>Blind index over channel, bot and address: one row per chat, and the key of its inbox lane.</summary>
    public required byte[] AddressIndex { get; init; }

    /// <summary>What the channel needs to reach the person again (Telegram: the chat id; Bot Framework: a whole reference).</summary>
    public required Sealed Address { get; set; }

    public string Language { get; set; } = "id";

    /// <summary>The person named it; else it follows what is written here.</summary>
    public bool LanguageIsChosen { get; set; }

    /// <summary>Name of the active dialog and of its step; names, so that steps may be added between turns.</summary>
    public string? Dialog { get; set; }

    public string? Step { get; set; }

    /// <summary>The dialog's typed draft as JSON.</summary>
    public Sealed? Draft { get; set; }

    /// <summary>Becomes the lodged complaint's unique draft id: however often "send" is pressed, one complaint.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>The question at hand as JSON: its buttons with their tokens, so that typed answers match them.</summary>
    public Sealed? Prompt { get; set; }

    /// <summary>A story that comes in pieces, not answered yet, as JSON.</summary>
    public Sealed? Collected { get; set; }

    /// <summary>When it is answered, unless another piece comes before.</summary>
    public DateTime? CollectUntil { get; set; }

    /// <summary>Null where no emergency was ever heard of here.</summary>
    public Danger? Danger { get; set; }

    /// <summary>When words of an emergency were last answered with the numbers to call, or with a word in the quiet after it.</summary>
    public DateTime? DangerAt { get; set; }

    /// <summary>What an emergency stopped: the question that was open, and words that were not taken yet, as JSON.</summary>
    public Sealed? Held { get; set; }

    /// <summary>What was sent and is not known yet to belong to which complaint (<see cref="KeptMessages"/>), as JSON.</summary>
    public Sealed? Kept { get; set; }

    /// <summary>When an unsent draft is looked at next: a day after the last word to remind of it, later to delete it.</summary>
    public DateTime? DraftDueAt { get; set; }

    /// <summary>When its writer was reminded of it.</summary>
    public DateTime? DraftNudgedAt { get; set; }

    /// <summary>Answers in a row that were not understood.</summary>
    public int Misunderstood { get; set; }

    public string? ConsentVersion { get; set; }

    public DateTime? ConsentAt { get; set; }

    /// <summary>The village that this chat last spoke of or was preset to by a QR code.</summary>
    public string? VillageCode { get; set; }

    /// <summary>When the person asked for no more news unasked; null while they may be told.</summary>
    public DateTime? NoticesStoppedAt { get; set; }

    /// <summary>An officer speaks in this chat; the bot is silent.</summary>
    public bool WithOfficer { get; set; }

    /// <summary>Chosen by the resident: what opens official messages, so that others' are known by its lack.</summary>
    public Sealed? KeyWord { get; set; }

    /// <summary>A <see cref="PinHash"/>: asked for before anything personal is shown, where several people hold one phone.</summary>
    public Sealed? Pin { get; set; }

    /// <summary>The PIN was entered and is not asked for again until then.</summary>
    public DateTime? PinOpenUntil { get; set; }

    /// <summary>False after the channel said that the person blocked the bot or is gone.</summary>
    public bool Reachable { get; set; } = true;

    public required DateTime CreatedAt { get; init; }

    public DateTime LastInboundAt { get; set; }

    /// <summary>Until then replies are kept for the caller that waits for them; after it they are sent like any other.</summary>
    public DateTime? RepliesAwaitedUntil { get; set; }

    public int Version { get; set; }

    /// <summary>An emergency was heard, and the person has not said yet that it is safe: nothing is sent there unasked.</summary>
    public bool IsInDanger => Danger is Conversations.Danger.Asked or Conversations.Danger.Unsafe;

    public bool IsLocked(DateTime now) => Pin is not null && !(PinOpenUntil > now);
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversation");
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => c.AddressIndex).IsUnique();
        builder.HasIndex(c => c.DraftDueAt).HasFilter("draft_due_at is not null");
        builder.HasIndex(c => c.CollectUntil).HasFilter("collect_until is not null");
    }
}
