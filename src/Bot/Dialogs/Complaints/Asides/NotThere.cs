using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>"lain Rancaekek, tapi Cicalengka", "bukan di soreang": a place that is named because it is not the one.</summary>
public sealed class NotThere(SpokenForms forms, AreaCatalogue areas)
{
    private const int MostWordsOfPlace = 3;
    private readonly PhraseForms _not = forms.Of("answer.not_there");

    /// <summary>As in Indonesian "desa lain": another one. It denies where nothing that it may belong to stands before it.</summary>
    private readonly PhraseForms _other = forms.Of("answer.not_there.other");
    private readonly PhraseForms _but = forms.Of("answer.but_that");
    private readonly PhraseForms _districts = forms.Of("answer.not_there.kinds");

    /// <returns>The place that is denied, and the other words; null where none is.</returns>
    public (string Place, string Others)? In(string text)
    {
        var said = forms.Hear(text);
        for (var i = 0; i < said.Count; i++)
        {
            if (Denial(said, i) is > 0 and var length && PlaceAt(said, i + length) is { } end)
            {
                var from = _but.LengthAt(said, end) is > 0 and var but ? end + but : end;
                return (said.Part(i + length, end), $"{said.Part(0, i)} {said.From(from)}".Trim());
            }
        }

        return null;
    }

    /// <summary>What is left to look for places in.</summary>
    public string Without(string text) => _not.AreIn(forms.Hear(text)) || _other.AreIn(forms.Hear(text)) ? In(text)?.Others ?? text : text;

    private int Denial(Utterance said, int index) => _not.LengthAt(said, index) is > 0 and var length ? length
        : index == 0 || _districts.LengthAt(said, index + 1) > 0 ? _other.LengthAt(said, index)
        : 0;

    /// <returns>The end of the longest name there; null where none is a place's.</returns>
    private int? PlaceAt(Utterance said, int index)
    {
        var start = _districts.LengthAt(said, index) is > 0 and var kind ? index + kind : index;
        for (var length = Math.Min(MostWordsOfPlace, said.Count - start); length > 0; length--)
        {
            var name = said.Part(start, start + length);
            if (!Enumerable.Range(start + 1, length - 1).Any(at => _districts.LengthAt(said, at) > 0 || _but.LengthAt(said, at) > 0)
                && (areas.VillagesNamed(name).Count > 0 || IsBeginning(name) || areas.Regencies.SelectMany(areas.Districts).Any(district => district.FoldedName == AreaName.Fold(name))))
            {
                return start + length;
            }
        }

        return null;
    }

    /// <summary>"Rancaekek" of Rancaekek Kulon and Rancaekek Wetan.</summary>
    private bool IsBeginning(string name) => !EverydayWords.Contains(TextFolding.Fold(name)) && areas.Search(name) is { Certainty: AreaCertainty.One or AreaCertainty.Several or AreaCertainty.District };
}
