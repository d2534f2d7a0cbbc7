using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Where a complaint may be about one of ours: about whom, and the promise who will not see it. People say more when
/// they know who reads it.
/// </summary>
internal sealed class OfficialStep : Step<ComplaintDraft>
{
    public const string StepName = "official";
    private const string Prefix = "official.";
    private const string Nobody = "official.nobody";

    /// <summary>None of ours, and nearest to the village's office: kept from that as well.</summary>
    private const string Neighbourhood = "official.rt_rw";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => IsAboutOfficial(draft);

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Official is not null;

    /// <returns>Null where it is about nobody of ours.</returns>
    public static Concern? ConcernOf(ComplaintDraft draft) =>
        IsAboutOfficial(draft) && Codes.TryParse<Concern>(draft.Official, out var concern) ? concern : null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft) => turn.Question(Name)
        .With(Enum.GetValues<Concern>().Select(c => turn.Option(Prefix + Codes.Of(c)))).With(turn.Option(Neighbourhood), turn.Option(Nobody));

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? AsOther(turn, draft, answer) ?? Next.Puzzled();
        }

        if (answer.Choice == Neighbourhood)
        {
            draft.Official = Codes.Of(Concern.VillageOffice);
            return Next.Forward(turn.Phrase("official.hidden.rt_rw"));
        }

        draft.Official = answer.Choice == Nobody ? "" : answer.Choice[Prefix.Length..];
        return Next.Forward(ConcernOf(draft) is { } concern ? turn.Phrase($"official.hidden.{Codes.Of(concern)}") : null);
    }

    /// <summary>"bu Neneng ketua kelompok", not on the list and said twice: somebody else, and the words are kept for whoever reads it.</summary>
    private static Next? AsOther(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (!answer.IsText || draft.Story.Length == 0 || draft.Changing is not null || turn.Conversation.Misunderstood == 0)
        {
            return null;
        }

        draft.Official = "";
        draft.KeepBeside(answer.Text);
        return Next.Forward(turn.Phrase("kept.words"));
    }

    private static bool IsAboutOfficial(ComplaintDraft draft) => draft.Category is { } code && ComplaintCategory.Get(code).IsAboutOfficial;
}
