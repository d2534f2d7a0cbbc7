using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>Takes one thing after another; each belongs to the complaint at once, so that nothing is lost without a last word.</summary>
internal sealed class AddingStep(Addenda addenda) : Step<AddingDraft>
{
    private const string Done = "adding.done";

    public override string Name => "more";

    public override bool IsAnswered(Turn turn, AddingDraft draft) => false;

    public override bool Collects(AddingDraft draft, string text) => true;

    public override Prompt Ask(Turn turn, AddingDraft draft) =>
        turn.Question(draft.HasAny ? "adding.more" : draft.IsCorrection ? "adding.amend" : "adding", ("reference", draft.Reference))
            .With(turn.Option(Done, ChoiceStyle.Success)) with
        { TakesWords = true };

    public override async Task<Next> TakeAsync(Turn turn, AddingDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Choice == Done)
        {
            return Next.Over(turn.Phrase(
                draft.HasAny ? "adding.over" : "adding.nothing",
                ("reference", draft.Reference), ("messages", draft.Messages), ("files", draft.Files)));
        }

        if (!answer.IsMaterial())
        {
            return Next.Puzzled(NotKept.NotNeeded(turn, answer));
        }

        var isSameAlbum = answer.Album is not null && answer.Album == draft.Album;
        var sent = turn.Sent(answer);
        if (await addenda.JoinAsync(turn, draft.ComplaintId, sent, cancellationToken) is not { } told)
        {
            turn.StoreKept(turn.Kept().And(sent));
            return Next.Over(await addenda.WhyNotAsync(turn, draft.ComplaintId, draft.Reference, cancellationToken));
        }

        draft.Count(sent);
        draft.At = turn.Context.Now;
        return isSameAlbum ? Next.Silent : Next.Again(draft.IsCorrection ? turn.Phrase("amend.added", ("reference", draft.Reference)) : told);
    }
}
