using System.Globalization;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Feedback;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>Five steps, in words, numbers and faces, so that each is understood by itself.</summary>
internal sealed class RatingStep(RateService rate) : Step<FeedbackDraft>
{
    private const string Prefix = "rating.";

    public override string Name => "rating";

    public override bool Applies(Turn turn, FeedbackDraft draft) => draft.AsksRating;

    public override bool IsAnswered(Turn turn, FeedbackDraft draft) => false;

    public override Prompt Ask(Turn turn, FeedbackDraft draft) => turn.Question("afterwards.rating", ("reference", draft.Reference))
        .With(Enumerable.Range(1, RateService.Best).Select(n => turn.Option($"{Prefix}{n}"))).With(turn.Option(Words.Skip));

    public override async Task<Next> TakeAsync(Turn turn, FeedbackDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Choice == Words.Skip)
        {
            draft.AsksRating = false;
            return draft.Onward(turn);
        }

        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            // A story is a new beginning; anything shorter was meant for this question.
            return Telling.IsOwnStory(answer) || answer.Files.Count > 0 ? Next.NotMine : Next.Puzzled();
        }

        var rating = int.Parse(answer.Choice[Prefix.Length..], CultureInfo.InvariantCulture);
        var outcome = await rate.DoAsync(draft.ComplaintId, rating, turn.Context.By, cancellationToken);
        if (RefusedChat.Told(turn, outcome.Refusals, draft.Reference) is { } refused)
        {
            return Next.Over(refused);
        }

        draft.AsksRating = false;
        draft.AsksWhetherToReopen = rating <= RateService.Poor;
        draft.AsksComment = true;
        return draft.Onward(turn);
    }
}
