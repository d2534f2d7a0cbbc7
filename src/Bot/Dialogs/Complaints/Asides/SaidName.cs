using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>Which of the words that somebody types are a person's name: a sentence is none, though a name may stand in it.</summary>
public sealed class SaidName(SpokenForms forms, Rephrasing rephrasing)
{
    private const int MostWords = 8;
    private const int MostWordsInside = 3;
    private readonly PhraseForms _named = forms.Of("answer.named");
    private readonly PhraseForms _titles = forms.Of("answer.titles");
    private readonly PhraseForms _ordinary = forms.Of("answer.ordinary");
    private readonly PhraseForms _before = forms.Of("answer.before_name");
    private readonly PhraseForms _thisNumber = forms.Of("answer.this_number");
    private readonly PhraseForms _ofNumber = forms.Of("answer.of_number");
    private readonly PhraseForms _own = forms.Of("answer.own");
    private readonly PhraseForms _ofVillage = forms.Of("answer.field.village");
    private readonly PhraseForms _pointing = forms.Of("answer.wrong_name.around");
    private readonly PhraseForms _afterName = forms.Of("answer.after_name");
    private readonly PhraseForms _self = forms.Of("answer.relation.self");
    private readonly PhraseForms _persons = forms.Of("answer.no_name.persons");
    private readonly PhraseForms _thisOne = forms.Of("answer.no_name.this");
    private readonly PhraseForms[] _noNames = [forms.Of("answer.nods"), forms.Of("also.for_whom.right"), forms.Of("also.for_whom.wrong"), forms.Of("words.denial"), forms.Of("answer.unnamed"), forms.Of("answer.unnamed.denied")];

    /// <returns>Null where it cannot be a name.</returns>
    public string? Read(string text)
    {
        var said = forms.Hear(text);
        if (rephrasing.In(said) is { } rephrased)
        {
            return forms.Hear(rephrased.Right).Count <= MostWordsInside ? Read(rephrased.Right) : null;
        }

        // "Asep nomerna ieu" is no name, though Asep is one.
        if (said.Count > 1 && _thisNumber.AreAmong(said))
        {
            return null;
        }

        // "desanya cangkuang" is said of a place, also where a name was asked for.
        if (SaysNoName(said) || OnlyNames(said) || OnlyPoints(said) || _ofVillage.Find(said) is { Start: 0 })
        {
            return null;
        }

        var name = PersonName.Read(WithoutBeginning(said, text));
        return name is not null && !IsSentence(forms.Hear(name)) && !IsAddress(name) ? name
            : _named.Find(said) is { } naming ? Following(said, naming.End)
            : null;
    }

    /// <summary>"muhun", "enya leres", "jgn disebut": a yes, a no and a wish to stay unnamed are nobody's name.</summary>
    private bool SaysNoName(Utterance said)
    {
        var at = 0;
        while (at < said.Count && _noNames.Max(no => no.LengthAt(said, at)) is > 0 and var length)
        {
            at += length;
        }

        return said.Count > 0 && forms.Wording.WithoutCourtesies(TextFolding.Fold(said.From(at))).Length == 0;
    }

    /// <summary>"eta teh nami abdi": that it is a name, and none.</summary>
    private bool OnlyNames(Utterance said)
    {
        var at = 0;
        while (at < said.Count && Math.Max(_named.LengthAt(said, at), Math.Max(_own.LengthAt(said, at), _pointing.LengthAt(said, at))) is > 0 and var length)
        {
            at += length;
        }

        return at > 1 && at == said.Count && _named.AreIn(said);
    }

    /// <summary>"abdi nyalira", "mbah niki": myself, this old woman.</summary>
    private bool OnlyPoints(Utterance said)
    {
        var at = 0;
        while (at < said.Count && Math.Max(_self.LengthAt(said, at), Math.Max(_persons.LengthAt(said, at), Math.Max(_own.LengthAt(said, at), _thisOne.LengthAt(said, at)))) is > 0 and var length)
        {
            at += length;
        }

        return at > 1 && at == said.Count && (_thisOne.AreIn(said) || _self.AreIn(said));
    }

    /// <summary>A name and a telephone number in one message; either may be missing.</summary>
    /// <returns>And what was said beside them: "jangan telepon siang".</returns>
    public (string? Name, PhoneNumber? Phone, string Beside) ReadWithPhone(string text)
    {
        var (rest, phone) = PersonName.TakePhone(text);
        // "sri 0821… iki nomer putuku": whose number it is stands after it.
        if (phone is not null && PersonName.AroundPhone(text) is { Before.Length: > 0, After.Length: > 0 } around && _ofNumber.AreIn(forms.Hear(around.After)) && Read(around.Before) is { } owner)
        {
            return (owner, phone, around.After);
        }

        var parts = Remarks.Split(rest);
        if (!parts.Any(part => OnlyNames(forms.Hear(part))) && Read(rest) is { } whole)
        {
            return (whole, phone, "");
        }

        var first = parts.Select((part, i) => (Said: ReadPart(part), Index: i)).FirstOrDefault(p => p.Said is not null);
        if (first.Said is ({ } called, _) && parts.Skip(first.Index + 1).Select(Read).FirstOrDefault(more => more?.StartsWith($"{called} ", StringComparison.OrdinalIgnoreCase) == true) is { } full)
        {
            return (full, phone, "");
        }

        return first.Said is not var (name, after) ? (null, phone, "")
            : (name, phone, string.Join(", ", parts.Where((_, i) => i != first.Index).Prepend(after).Where(part => part.Length > 0)));
    }

    /// <summary>"tati hp nya ini aja", "marni teu gaduh hp": the name may stand before what is said of the number.</summary>
    private (string Name, string After)? ReadPart(string text)
    {
        if (Read(text) is { } whole)
        {
            return (whole, "");
        }

        var said = forms.Hear(text);
        if (OfSelf(said) is { } own)
        {
            return (own, "");
        }

        return _afterName.Find(said) is { Start: > 0 and <= MostWordsInside } after && Read(said.Part(0, after.Start)) is { } name ? (name, said.From(after.Start)) : null;
    }

    /// <summary>"kulo sarinem": whoever writes says who they are, in no words of every day.</summary>
    private string? OfSelf(Utterance said) => _own.LengthAt(said, 0) is > 0 and var own && said.Count > own && said.Count - own < MostWordsInside
        && !SaysNoName(said) && !OnlyPoints(said) && Enumerable.Range(own, said.Count - own).All(i => IsPart(said, i)) ? PersonName.Read(said.From(own)) : null;

    /// <summary>Words that no name holds, or more than any name has.</summary>
    public bool IsSentence(string text) => IsSentence(forms.Hear(text));

    /// <summary>The name that follows in the middle of a sentence: after "namanya", after a title, or by its capitals.</summary>
    /// <param name="isAll">Nothing but a name can follow.</param>
    public string? At(Utterance said, int index, bool isAll)
    {
        if (index >= said.Count)
        {
            return null;
        }

        if (_named.LengthAt(said, index) is > 0 and var length)
        {
            return Following(said, index + length);
        }

        if (isAll && said.Count - index <= MostWordsInside && !IsSentence(said.From(index)) && !IsAddress(said.From(index)))
        {
            return PersonName.Read(said.From(index));
        }

        if (_titles.LengthAt(said, index) > 0)
        {
            return IsPart(said, index + 1) ? said.Part(index, index + 2) : null;
        }

        var end = index;
        while (end < said.Count && end - index < MostWordsInside && IsCapital(said.Typed[end]) && IsPart(said, end))
        {
            end++;
        }

        return end > index ? PersonName.Read(said.Part(index, end)) : null;
    }

    /// <summary>As far as the words there may be one; "Enok eh salah, Onih" is Onih.</summary>
    public string? Following(Utterance said, int index)
    {
        if (index < said.Count && rephrasing.In(forms.Hear(said.From(index))) is { } put && Read(put.Right) is { } right)
        {
            return right;
        }

        var end = index;
        while (end - index < MostWordsInside && IsPart(said, end))
        {
            end++;
        }

        return end > index ? PersonName.Read(said.Part(index, end)) : null;
    }

    /// <summary>"bang", "pak": whom one speaks to.</summary>
    private bool IsAddress(string name) => forms.Wording.WithoutCourtesies(TextFolding.Fold(name)).Length == 0;

    private bool IsPart(Utterance said, int index) => index < said.Count && said.Words[index].All(char.IsLetter)
        && _ordinary.LengthAt(said, index) == 0 && !IsEveryday(said, index);

    /// <summary>"Pak RT Dedi": a title is no proof of a sentence.</summary>
    private bool IsEveryday(Utterance said, int index) => EverydayWords.Contains(said.Folded[index]) && _titles.LengthAt(said, index) == 0;

    /// <summary>"Pak Bali" and "Abu Bakar" are somebody, though these are words.</summary>
    private bool IsSentence(Utterance said) => said.Count > MostWords || _ordinary.AreIn(said)
        || _titles.LengthAt(said, 0) == 0 && !(said.Count is > 1 and <= MostWordsInside && said.Typed.All(IsCapital)) && Enumerable.Range(0, said.Count).Count(i => IsEveryday(said, i)) is > 0 and var everyday && everyday * 2 >= said.Count;

    /// <summary>"iya, Enok", "ini Siti".</summary>
    private string WithoutBeginning(Utterance said, string text) => _before.LengthAt(said, 0) is > 0 and var length && length < said.Count
        ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(length))
        : text;

    private static bool IsCapital(string word) => char.IsUpper(word[0]) && word.Skip(1).All(c => !char.IsUpper(c));
}
