using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>
/// An answer that was given before, or not asked for yet, said anew while something else is asked: "ini sebenernya buat ibu saya",
/// "desanya bukan Cikalong tapi Malasari". The step that asks for it takes it itself.
/// </summary>
public sealed partial class Corrections(
    SpokenForms forms, ForWhomReader forWhom, SaidName names, SaidAge age, Rephrasing rephrasing, NotThere notThere, AreaCatalogue areas, StoryGuess guess)
{
    private const int MostWords = 12;
    private const int MostWordsOfVillage = 5;
    private const int MostWordsOfName = 3;
    private const int LongestName = 60;

    /// <summary>What is asked right after the name of whoever writes.</summary>
    private static readonly string[] AfterName = [PhoneStep.StepName, NationalIdStep.StepName];

    /// <summary>Where a name with a telephone number can be nobody's but the writer's.</summary>
    private static readonly string[] StepsWithoutNumbers =
        [ConsentStep.StepName, SubjectStep.StepName, GroupStep.StepName, CategoryStep.StepName, KindStep.StepName, PhotosStep.StepName];

    private static readonly string[] StepsOfLists = [GroupStep.StepName, CategoryStep.StepName, KindStep.StepName];

    private readonly PhraseForms _ofVillage = forms.Of("answer.field.village");
    private readonly PhraseForms _ofPhone = forms.Of("answer.field.phone");
    private readonly PhraseForms _ofMyName = forms.Of("answer.field.name");
    private readonly PhraseForms _own = forms.Of("answer.own");
    private readonly PhraseForms _named = forms.Of("answer.named");
    private readonly PhraseForms _naming = forms.Of("answer.naming");
    private readonly PhraseForms _wrong = forms.Of("answer.wrong_name");
    private readonly PhraseForms _titles = forms.Of("answer.titles");
    private readonly PhraseForms _aroundName = forms.Of("answer.wrong_name.around");

    /// <returns>What was changed, to be said; null where it is no correction.</returns>
    public string? Take(Turn turn, ComplaintDraft draft, string step, string text)
    {
        var said = forms.Hear(text);
        return said.Count > MostWords ? null
            : TakePhone(turn, draft, step, said, text)
            ?? TakeMyName(turn, draft, step, text)
            ?? TakeAge(turn, draft, said)
            ?? TakeForWhom(turn, draft, step, text)
            ?? TakeVillage(turn, draft, step, said)
            ?? TakeDeniedPlace(turn, draft, step, text)
            ?? TakeDeniedName(turn, draft, said)
            ?? TakeRephrased(turn, draft, said)
            ?? TakeOtherName(turn, draft, step, said)
            ?? TakeIntroduction(turn, draft, step, text)
            ?? TakeBarePlace(turn, draft, step, said)
            ?? TakeLateName(turn, draft, step, said, text);
    }

    private string? TakePhone(Turn turn, ComplaintDraft draft, string step, Utterance said, string text)
    {
        if (draft.IsAnonymous || step is PhoneStep.StepName or NameStep.StepName || !_ofPhone.AreIn(said)
            || !(_own.AreIn(said) || rephrasing.In(said) is not null)
            || PersonName.TakePhone(rephrasing.In(said)?.Right ?? text).Phone is not { } phone)
        {
            return null;
        }

        var was = draft.Phone;
        (draft.Phone, draft.WithoutPhone) = (phone.E164, false);
        var told = Told(turn, was is not null && was != draft.Phone, "phone", ("phone", phone.Local));
        return TakeMyName(turn, draft, step, PersonName.TakePhone(text).Without) is { } named ? $"{named} {told}" : told;
    }

    private string? TakeMyName(Turn turn, ComplaintDraft draft, string step, string text)
    {
        var said = forms.Hear(text);
        return draft.IsAnonymous || step == NameStep.StepName || NameStep.IsUnnamed(turn, text) || _ofMyName.Find(said) is not { Start: <= 2 } named || (guess.NamesTrouble(text) && PersonName.TakePhone(text).Phone is null) ? null
            : (names.Read(said.From(named.End)) ?? names.Following(said, named.End) ?? Capital(said, named.End)) is { } name ? WithPhone(turn, draft, step, text, ChangeName(turn, draft, name))
            : null;
    }

    /// <summary>"nama aku Dina": a word of every day in Sundanese, and here a name.</summary>
    private static string? Capital(Utterance said, int index) =>
        index < said.Count && char.IsUpper(said.Typed[index][0]) && said.Typed[index].All(char.IsLetter) ? said.Typed[index] : null;

    /// <summary>"nama sy Rahma 0812…", "nama aku Dina umur 15, 0812…": the number is the writer's too, and the age is kept for whoever reads it.</summary>
    private string WithPhone(Turn turn, ComplaintDraft draft, string step, string text, string told)
    {
        if (age.In(forms.Hear(text)) is not null)
        {
            draft.KeepBeside(text);
        }

        if (step is PhoneStep.StepName or NationalIdStep.StepName || PersonName.TakePhone(text).Phone is not { } phone)
        {
            return told;
        }

        var was = draft.Phone;
        (draft.Phone, draft.WithoutPhone) = (phone.E164, false);
        return $"{told} {Told(turn, was is not null && was != draft.Phone, "phone", ("phone", phone.Local))}";
    }

    private static string ChangeName(Turn turn, ComplaintDraft draft, string name)
    {
        var was = draft.Name;
        (draft.Name, draft.KnownName) = (name, null);
        return Told(turn, was is not null && was != name, "name", ("name", name));
    }

    /// <summary>"umurnya 24 pak, bukan di bawah 18": the child of somebody, and no child.</summary>
    private string? TakeAge(Turn turn, ComplaintDraft draft, Utterance said)
    {
        if (!draft.IsChild || age.In(said) is not >= SaidAge.Full)
        {
            return null;
        }

        draft.IsChild = false;
        return Told(turn, true, "subject", ("who", turn.Phrase($"for_whom.{ForWhom.GrownChild}")));
    }

    /// <summary>"bingung itu bukan nama saya": taken for a name, and none.</summary>
    private string? TakeDeniedName(Turn turn, ComplaintDraft draft, Utterance said)
    {
        if (rephrasing.In(said) is not { Wrong.Length: > 0 } put || !_named.AreIn(forms.Hear(put.Wrong)))
        {
            return null;
        }

        var right = AreaName.Fold(put.Right);
        if (IsCalled(draft.Name, right) || IsCalled(draft.KnownName, right))
        {
            (draft.Name, draft.KnownName) = (null, null);
            return turn.Phrase("aside.not_named");
        }

        if (IsCalled(draft.SubjectName, right))
        {
            draft.SubjectName = null;
            return turn.Phrase("aside.not_named");
        }

        return null;
    }

    /// <summary>"ceu Ening" where a subject is asked for: the name of whoever is helped, which was asked for before and not said then.</summary>
    private string? TakeLateName(Turn turn, ComplaintDraft draft, string step, Utterance said, string text)
    {
        if (draft is not { SubjectName: "" } || !StepsOfLists.Contains(step) || said.Count is 0 or > MostWordsOfName || said.Asks || guess.NamesTrouble(text)
            || !(said.Typed.All(word => char.IsUpper(word[0])) || _titles.LengthAt(said, 0) > 0) || names.Read(text) is not { } name)
        {
            return null;
        }

        draft.SubjectName = name;
        return Told(turn, false, "subject_name", ("name", name));
    }

    private string? TakeForWhom(Turn turn, ComplaintDraft draft, string step, string text)
    {
        var isOfName = step == SubjectNameStep.StepName;
        if (step is SubjectStep.StepName || (forWhom.Instead(text) ?? forWhom.Said(text, isAnswer: false) ?? (isOfName ? Unnamed(text) : forWhom.Named(text))) is not { } who)
        {
            return null;
        }

        var isSame = draft.Subject == who.Subject && draft.IsChild == who.IsChild;
        var isNew = draft.Subject is not null && !isSame;
        who.StoreIn(draft);
        // Whoever says it once more where a name is asked for has no name to say.
        draft.SubjectName ??= isOfName && isSame ? "" : null;
        return Told(turn, isNew, "subject", ("who", who.Shown(turn)));
    }

    /// <summary>"ibu saya", "kulo piyambak" where a name was asked for: who it is, and no name.</summary>
    private ForWhom? Unnamed(string text) => names.Read(text) is not null ? null
        : forWhom.IsSelf(text) ? new ForWhom(ForWhom.Self, null)
        : forWhom.Alone(text);

    /// <summary>"bukan siti tapi sari": what is wrong says which answer is meant.</summary>
    private string? TakeRephrased(Turn turn, ComplaintDraft draft, Utterance said)
    {
        if (rephrasing.In(said) is not { } put)
        {
            return null;
        }

        if (put.Wrong.Length == 0)
        {
            // "eh salah, soreang": only a place can be put right without saying what was wrong.
            return draft.VillageCode is not null && areas.Search(put.Right).Certainty is AreaCertainty.One or AreaCertainty.District
                ? ChangeVillage(turn, draft, put.Right, isMeant: true)
                : null;
        }

        var wrong = AreaName.Fold(put.Wrong);
        if (draft.VillageCode is { } code && areas.Find(code)?.FoldedName is { } village && wrong.Contains(village, StringComparison.Ordinal))
        {
            return ChangeVillage(turn, draft, put.Right, isMeant: true);
        }

        if (names.Read(put.Right) is not { } name)
        {
            return null;
        }

        if (IsCalled(draft.SubjectName, wrong))
        {
            draft.SubjectName = name;
            return Told(turn, true, "subject_name", ("name", name));
        }

        return IsCalled(draft.Name, wrong) ? ChangeName(turn, draft, name) : null;
    }

    /// <summary>"Asep 0812 3456 7890" before anybody asked: shown in the summary, where it can be changed.</summary>
    private string? TakeIntroduction(Turn turn, ComplaintDraft draft, string step, string text)
    {
        if (draft.IsAnonymous || !StepsWithoutNumbers.Contains(step) || Telling.IsStory(text) || names.ReadWithPhone(text) is not { Phone: { } phone } said)
        {
            return null;
        }

        (draft.Phone, draft.Name) = (phone.E164, draft.Name ?? said.Name);
        return turn.Phrase("kept.contact");
    }

    /// <summary>"namina salah, Enoh" puts right a name that was given here, and tells of none in somebody's papers.</summary>
    public bool IsOfName(string text) => forms.Hear(text) is { Count: <= MostWords } said && _naming.AreIn(said) && _wrong.AreIn(said) && NameIn(said) is not null;

    /// <summary>"eh enoh namanya", "namina salah, Enoh", and right after a name "eh salah, Enoh": the last name, or the one that is most like it.</summary>
    private string? TakeOtherName(Turn turn, ComplaintDraft draft, string step, Utterance said)
    {
        var isNamed = _naming.AreIn(said);
        if (!_wrong.AreIn(said) || !(isNamed || (AfterName.Contains(step) && rephrasing.In(said) is { Wrong: "" })) || NameIn(said) is not { } name)
        {
            return null;
        }

        if (draft.Name is { } mine && !(draft.SubjectName is { Length: > 0 } theirs && Distance(theirs, name) < Distance(mine, name)))
        {
            return mine == name ? null : ChangeName(turn, draft, name);
        }

        if (draft.SubjectName is null or "" || draft.SubjectName == name)
        {
            return null;
        }

        draft.SubjectName = name;
        return Told(turn, true, "subject_name", ("name", name));
    }

    /// <summary>What is left without the words that say that a name was wrong.</summary>
    private string? NameIn(Utterance said)
    {
        var left = Enumerable.Range(0, said.Count).ToList();
        foreach (var around in new[] { _naming, _wrong, _own, _aroundName })
        {
            for (var i = 0; i < said.Count; i++)
            {
                left.RemoveAll(at => around.LengthAt(said, i) is > 0 and var length && at >= i && at < i + length);
            }
        }

        return left.Count is > 0 and <= MostWordsOfName ? names.Read(string.Join(' ', left.Select(at => said.Typed[at]))) : null;
    }

    private static int Distance(string name, string other) => EditDistance.Between(AreaName.Fold(name), AreaName.Fold(other), LongestName);

    private static bool IsCalled(string? name, string folded) =>
        name is { Length: > 0 } && AreaName.Fold(name).Split(' ').Intersect(folded.Split(' ')).Any();

    internal static string Told(Turn turn, bool isChange, string what, params (string Name, object? Value)[] values) =>
        turn.Phrase(isChange ? "aside.changed" : "aside.noted", ("what", turn.Phrase($"aside.what.{what}", values)));
}
