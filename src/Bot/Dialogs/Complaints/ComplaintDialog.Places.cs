using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <content>Places that are told before they are asked for.</content>
public sealed partial class ComplaintDialog
{
    /// <summary>A place that is not served is named as such as soon as it is told, once; the village's question says it by itself.</summary>
    private void TellOutside(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (answer is { IsText: true, IsForwarded: false } && draft is { VillageCode: null, OutsideIsTold: false } && step.Name != VillageStep.StepName && home.In(answer.Text) is { } outside)
        {
            draft.OutsideIsTold = true;
            turn.SayApart(turn.Phrase("village.outside", ("place", AreaTitle.Of(outside)), ("home", AreaTitle.Of(areas.Get(areas.HomeRegency)))));
        }
    }

    /// <summary>"saya dari desa Cangkuang" beside an answer: not asked again, or only which of those that are called so.</summary>
    private void NotePlace(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (step.Name is SubjectStep.StepName or PhotosStep.StepName or PhoneStep.StepName && answer is { Text.Length: > 0, IsForwarded: false } && turn.Context.Activity.ReadPress() is null)
        {
            TakePlace(turn, draft, answer.Text);
        }
    }

    private void TakePlace(Turn turn, ComplaintDraft draft, string text)
    {
        if (draft is not { VillageCode: null, IsElsewhere: false, Places: null } || areas.Mention(notThere.Without(text)) is not { Certainty: AreaCertainty.One or AreaCertainty.Several } told)
        {
            return;
        }

        if (told.Only is { Level: AreaLevel.Village } village)
        {
            draft.VillageCode = turn.Conversation.VillageCode = village.Code;
            draft.Address ??= PlaceOptions.HouseIn(text);
            turn.Add(turn.Phrase("village.noted", ("village", areas.Path(village.Code))));
        }
        else if (told.Certainty == AreaCertainty.Several && told.Matches.All(match => match.Area.Level == AreaLevel.Village)
            && !(turn.Conversation.VillageCode is { } known && told.Matches.Any(match => match.Area.Code == known)))
        {
            draft.Address ??= PlaceOptions.HouseIn(text);
            draft.Places = PlaceOptions.SameName(told);
        }
    }
}
