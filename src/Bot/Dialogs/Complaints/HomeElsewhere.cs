using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// "saya dari garut", "abdi warga cimahi": a home that is not served, told before it is asked. Where somebody was born, works or has a card is
/// none, and a place of ours in the same words comes before it.
/// </summary>
public sealed class HomeElsewhere(AreaCatalogue areas, SpokenForms forms)
{
    private const int MostWordsOfPlace = 5;
    private const int MostWordsBefore = 3;
    private const int MostWordsAfter = 2;
    private const int MostWordsOfVillage = 3;
    private readonly PhraseForms _lives = forms.Of("answer.lives");
    private readonly PhraseForms _livesNot = forms.Of("answer.lives.unless");
    private readonly PhraseForms _hamlet = forms.Of("answer.hamlet");
    private readonly PhraseForms _kinds = forms.Of("answer.lives.kinds");

    /// <returns>The regency; null where none is named as a home.</returns>
    public Area? In(string text)
    {
        if (areas.Outside(text) is null || areas.Mention(text).Certainty != AreaCertainty.None)
        {
            return null;
        }

        var said = forms.Hear(text);
        return NamesOurs(said) ? null : Enumerable.Range(0, said.Count).Select(i => LivedAt(said, i)).FirstOrDefault(outside => outside is not null);
    }

    private Area? LivedAt(Utterance said, int index)
    {
        var length = _lives.LengthAt(said, index);
        if (length == 0 || _livesNot.AreIn(forms.Hear(said.Part(Math.Max(0, index - MostWordsBefore), index + length + MostWordsAfter))))
        {
            return null;
        }

        for (var i = index + length; i < said.Count && i < index + length + MostWordsOfPlace; i++)
        {
            if (_hamlet.LengthAt(said, i) > 0 || IsOurs(said.Folded[i]))
            {
                return null;
            }

            if (areas.Outside(said.Part(index + length, i + 1)) is { } outside)
            {
                // "garut" is enough, and "bandung barat" is more than "bandung"; "batu" is a place only where it is called one.
                return !EverydayWords.Contains(said.Folded[i]) || IsNear(outside) || _kinds.LengthAt(said, i - 1) > 0
                    ? areas.Outside(said.Part(index + length, i + 1 + MostWordsAfter))
                    : null;
            }
        }

        return null;
    }

    private bool IsNear(Area outside) => AreaCode.ProvinceOf(outside.Code) == AreaCode.ProvinceOf(areas.HomeRegency);

    private bool IsOurs(string word) => areas.VillagesNamed(word).Count > 0 || areas.Districts(areas.HomeRegency).Any(district => district.FoldedName == AreaName.Fold(word));

    /// <summary>"aku neng Cileunyi Wetan saiki": a village's whole name, of more than a word.</summary>
    private bool NamesOurs(Utterance said) => Enumerable.Range(2, MostWordsOfVillage - 1).Any(length => Enumerable.Range(0, Math.Max(0, said.Count - length + 1))
        .Any(from => areas.VillagesNamed(said.Part(from, from + length)).Count > 0));
}
