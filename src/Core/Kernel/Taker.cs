namespace SlrtBot.Core.Kernel;

/// <summary>
/// Who may take a row of a workflow. Whoever acts is read from the act's own <see cref="Provenance"/>, the one that the
/// audit keeps: nobody can take a row as somebody else.
/// </summary>
public sealed record Taker
{
    private Taker(ActorKind kind, string? permission = null) => (Kind, Permission) = (kind, permission);

    /// <summary>The person whom the record is about, in a chat of theirs.</summary>
    public static Taker Resident { get; } = new(ActorKind.Resident);

    /// <summary>The organisation that the record lies with, by a door of its own.</summary>
    public static Taker Partner { get; } = new(ActorKind.Partner);

    /// <summary>The program itself: a job whose time has come, or what follows from another move.</summary>
    public static Taker Clock { get; } = new(ActorKind.System);

    public ActorKind Kind { get; }

    /// <summary>What a desk's taker must hold where the record lies; null for all others.</summary>
    public string? Permission { get; }

    /// <summary>One of ours with this permission where the record lies.</summary>
    public static Taker Desk(string permission) => new(ActorKind.Staff, permission);

    public bool Admits(Given given) => Kind == given.By.Kind && (Permission is null || given.May(Permission));
}
