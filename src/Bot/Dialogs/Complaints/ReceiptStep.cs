using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// After sending: the number, the promise, and that nothing more is to be done. Here the dialog rests: a second press
/// of "send" shows the same number again, a forgotten photo joins the complaint, words are asked where they belong,
/// anything else begins something new.
/// </summary>
internal sealed class ReceiptStep(AnswerQuestion join, ForOtherQuestion forOther) : Step<ComplaintDraft>
{
    public const string StepName = "receipt";
    private const string Add = "addendum.add";
    private const string Anew = "addendum.anew";

    public override string Name => StepName;

    public override bool Applies(Turn turn, ComplaintDraft draft) => draft.Receipt is not null;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => false;

    public override bool Collects(ComplaintDraft draft, string text) => StoryStep.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var receipt = draft.Receipt!;
        if (draft.Addendum is not null)
        {
            return turn.Question("addendum", ("reference", receipt.Reference)).With(turn.Option(Add, ChoiceStyle.Success), turn.Option(Anew));
        }

        var prompt = ForOtherQuestion.Ask(turn, receipt)
            ?? turn.Question(Name, ("reference", receipt.Reference), ("date", receipt.PromiseOn)).With(turn.Option(Words.Status), turn.Option(Words.Menu));
        return prompt with
        {
            // "Tolong kirim juga …" is no second press of "send".
            TakesWords = true,
            Monospace = [receipt.Reference],
            Keeps = [ReviewStep.Send],
        };
    }

    public override async Task<Next> TakeAsync(Turn turn, ComplaintDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        switch (answer.Choice)
        {
            case ReviewStep.Send:
                return Next.Again();
            case Anew when draft.Addendum is { } story:
                turn.IsUrgent |= draft.Urgency == Urgency.Emergency;
                return Next.Restart(new Answer { Text = story, Numbers = draft.Numbers });
            case Add when draft.Addendum is { } words:
                turn.WriteDown(words);
                return await JoinAsync(turn, draft, cancellationToken);
        }

        if (draft.Addendum is null && await forOther.TryTakeAsync(turn, draft, answer, cancellationToken) is { } answered)
        {
            return answered;
        }

        draft.Numbers = [.. draft.Numbers.Union(answer.Numbers)];
        if (answer.Files.Count > 0 || answer.Place is not null)
        {
            var isSameAlbum = answer.Album is not null && answer.Album == draft.Album;
            draft.Album = answer.Album;
            var joined = await JoinAsync(turn, draft, cancellationToken);
            return isSameAlbum ? Next.Silent : joined;
        }

        if (draft.Addendum is null && !StoryStep.IsOwnStory(answer))
        {
            return Next.NotMine;
        }

        draft.Addendum = answer.IsText ? string.Join('\n', new[] { draft.Addendum, answer.Text }.OfType<string>()) : draft.Addendum;
        return answer.IsText ? Next.Again() : Next.Puzzled();
    }

    private async Task<Next> JoinAsync(Turn turn, ComplaintDraft draft, CancellationToken cancellationToken)
    {
        var receipt = draft.Receipt!;
        var outcome = await join.DoAsync(receipt.ComplaintId, turn.Context.Message, turn.Context.By, cancellationToken, draft.Numbers);
        if (!outcome.Succeeded)
        {
            return Next.NotMine;
        }

        foreach (var file in turn.Context.Files)
        {
            file.ComplaintId = receipt.ComplaintId;
        }

        draft.Addendum = null;
        draft.Numbers = [];
        return Next.Said(turn.Phrase("addendum.added", ("reference", receipt.Reference)));
    }
}
