using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <content>The village.</content>
public sealed partial class Corrections
{
    private string? TakeVillage(Turn turn, ComplaintDraft draft, string step, Utterance said) =>
        step == VillageStep.StepName || _ofVillage.Find(said) is not { Start: <= 1 } ? null
        : rephrasing.In(said) is { } put ? ChangeVillage(turn, draft, put.Right, isMeant: true)
        : said.Count <= MostWordsOfVillage ? ChangeVillage(turn, draft, said.From(0), isMeant: false) ?? OneOfSeveral(turn, draft, said.From(0))
        : null;

    /// <summary>"lain di Sadu" of the village that was noted: the other one that is named, or it is asked anew.</summary>
    private string? TakeDeniedPlace(Turn turn, ComplaintDraft draft, string step, string text)
    {
        if (step == VillageStep.StepName || draft.VillageCode is not { } code || areas.Find(code) is not { } known || notThere.In(text) is not { } denied
            || !AreaName.Fold(denied.Place).Contains(known.FoldedName, StringComparison.Ordinal))
        {
            return null;
        }

        if (ChangeVillage(turn, draft, denied.Others, isMeant: true) is { } changed)
        {
            return changed;
        }

        draft.Address = PlaceOptions.WithoutName(draft.Address, known.Name);
        (draft.VillageCode, draft.IsElsewhere, draft.Places) = (null, true, null);
        return turn.Phrase("village.not_there", ("place", denied.Place));
    }

    /// <summary>"desanya Cangkuang", of which there are two: which one is asked when the place is.</summary>
    private string? OneOfSeveral(Turn turn, ComplaintDraft draft, string named)
    {
        if (areas.Search(named) is not { Certainty: AreaCertainty.Several } finding || finding.Matches.Any(match => match.Area.Level != AreaLevel.Village)
            || (draft.VillageCode is { } code && finding.Matches.Any(match => match.Area.Code == code)))
        {
            return null;
        }

        draft.Address = draft.VillageCode is { } was ? PlaceOptions.WithoutName(draft.Address, areas.Get(was).Name) : draft.Address;
        (draft.VillageCode, draft.IsElsewhere, draft.Places) = (null, true, PlaceOptions.SameName(finding));
        return turn.Phrase("aside.village_which", ("village", AreaTitle.Of(finding.Matches[0].Area)));
    }

    /// <summary>"lebakmuncang ciwidey" where a subject is asked for: said before it was asked.</summary>
    private string? TakeBarePlace(Turn turn, ComplaintDraft draft, string step, Utterance said)
    {
        if (!StepsOfLists.Contains(step) || draft.VillageCode is not null || said.Count > MostWordsOfVillage || (said.Count == 1 && EverydayWords.Contains(said.Folded[0]))
            || areas.Search(said.From(0)) is not { Certainty: AreaCertainty.One, Only: { } village } finding || finding.District?.FoldedName == village.FoldedName)
        {
            return StepsOfLists.Contains(step) && draft is { VillageCode: null, Places: null } && areas.VillagesNamed(said.From(0)).Count > 1 && !EverydayWords.Contains(said.Folded[0])
                ? OneOfSeveral(turn, draft, said.From(0))
                : null;
        }

        draft.Address ??= PlaceOptions.SaysMoreThanAVillage(said.From(0)) ? said.From(0) : null;
        return ChangeVillage(turn, draft, said.From(0), isMeant: false);
    }

    /// <param name="isMeant">A place is put right for sure, also where it is not clear which.</param>
    /// <returns>Null where no place here is called so.</returns>
    public string? ChangeVillage(Turn turn, ComplaintDraft draft, string named, bool isMeant)
    {
        var finding = areas.Search(named);
        if (finding.Only is { } village)
        {
            var was = draft.VillageCode;
            draft.Address = was is not null && was != village.Code ? PlaceOptions.WithoutName(draft.Address, areas.Get(was).Name) : draft.Address;
            (draft.VillageCode, draft.Places) = (village.Code, null);
            turn.Conversation.VillageCode = village.Code;
            return Told(turn, was is not null && was != village.Code, "village", ("village", areas.Path(village.Code)));
        }

        if (!isMeant || draft.VillageCode is null || finding.Certainty == AreaCertainty.None)
        {
            return null;
        }

        // Which of several is meant is asked at its step, which comes next because it has no answer any more.
        draft.Address = PlaceOptions.WithoutName(draft.Address, areas.Get(draft.VillageCode).Name);
        (draft.VillageCode, draft.IsElsewhere) = (null, true);
        draft.Places = finding.District is { } district && finding.Matches.Count == 0 ? new PlaceOptions(areas).VillagesOf(district.Code) : PlaceOptions.Near(finding);
        return turn.Phrase("aside.village_open");
    }
}
