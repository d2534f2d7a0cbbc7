using SlrtBot.Core.Complaints;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>Somebody of whom a message says that it is for them.</summary>
/// <param name="Relation">The phrase <c>for_whom.{Relation}</c>.</param>
/// <param name="Name">Null where it was not said.</param>
public sealed record ForWhom(string Relation, string? Name)
{
    public const string Self = "self";
    public const string Child = "child";
    public const string GrownChild = "grown_child";
    public const string Neighbour = "neighbour";
    public const string Other = "other";

    public Subject Subject => Relation switch
    {
        Self => Subject.Self,
        Neighbour => Subject.Neighbour,
        Other => Subject.Other,
        _ => Subject.Family,
    };

    public bool IsChild => Relation == Child;

    /// <summary>"ibu Anda, Enok".</summary>
    public string Shown(Engine.Turn turn) => (Name, turn.Phrase($"for_whom.{Relation}")) switch
    {
        (null, var who) => who,
        ({ } name, _) when Relation == Other => name,
        ({ } name, var who) => $"{who}, {name}",
    };

    public void StoreIn(ComplaintDraft draft)
    {
        draft.SubjectName = Name ?? (Subject == draft.Subject && IsChild == draft.IsChild ? draft.SubjectName : null);
        (draft.Subject, draft.IsChild) = (Subject, IsChild);
    }
}
