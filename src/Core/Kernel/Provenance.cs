namespace SlrtBot.Core.Kernel;

public enum ActorKind
{
    Resident,
    Staff,
    Partner,
    System,
}

/// <summary>
/// Who acts, when, through which door and why: an argument of every act, never fetched from the surroundings,
/// so that pages, dialogs, jobs and verbs write the same audit.
/// </summary>
/// <param name="ActorId">The staff member's or conversation's id; null for the system.</param>
/// <param name="Door"><c>console</c>, <c>cli</c>, <c>job</c>, <c>link</c>, or the channel (<c>telegram</c>, <c>webchat</c>).</param>
/// <param name="At">UTC.</param>
/// <param name="Reason">A code or a job's name, never personal words: the audit outlives erasure.</param>
public sealed record Provenance(ActorKind Kind, Guid? ActorId, string Door, DateTime At, string? Reason = null)
{
    public static Provenance Resident(Guid conversationId, string channel, DateTime at) =>
        new(ActorKind.Resident, conversationId, channel, at);

    public static Provenance Staff(Guid staffId, DateTime at, string door = "console") =>
        new(ActorKind.Staff, staffId, door, at);

    /// <summary>Whoever holds a signed link: who that is they write themselves.</summary>
    public static Provenance Link(DateTime at) => new(ActorKind.Partner, null, "link", at);

    public static Provenance Job(string job, DateTime at) => new(ActorKind.System, null, "job", at, job);

    public static Provenance Verb(string verb, DateTime at) => new(ActorKind.System, null, "cli", at, verb);
}
