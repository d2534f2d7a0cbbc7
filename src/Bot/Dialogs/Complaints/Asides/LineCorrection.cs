using System.Globalization;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>"Nomor 1 salah, untuk murid saya Rafi", "yang nomer 3 bukan itu tapi …" at the summary: that line, and what it should be.</summary>
public sealed class LineCorrection(SpokenForms forms, ForWhomReader forWhom, SaidName names, Corrections corrections, StoryGuess guess)
{
    private const int MostWordsBefore = 3;
    private const int MostWordsBetween = 2;
    private readonly PhraseForms _line = forms.Of("answer.line");
    private readonly PhraseForms _wrong = forms.Of("answer.line.wrong");
    private readonly PhraseForms _rather = forms.Of("answer.line.rather");
    private readonly PhraseForms[] _numbers = [.. ReviewStep.Lines.Select((_, i) => forms.Of($"words.number.{i + 1}"))];

    /// <returns>Null where no line is said to be wrong.</returns>
    public Next? Take(Turn turn, ComplaintDraft draft, string text)
    {
        var said = forms.Hear(text);
        if (_line.Find(said) is not { Start: <= MostWordsBefore } line || NumberAt(said, line.End) is not { } number || Wrong(said, line.Start, line.End + 1) is not { } end)
        {
            return null;
        }

        var rest = said.From(end);
        var step = ReviewStep.Lines[number - 1];
        if (rest.Length > 0 && Put(turn, draft, step, rest) is { } told)
        {
            // The summary fills a message by itself.
            turn.SayApart(told);
            return Next.Forward();
        }

        if (step == GroupStep.StepName)
        {
            draft.IsMisjudged = true;
            if (rest.Length > 0)
            {
                StoryStep.Add(draft, rest);
            }
        }

        (draft.Changing, draft.Places) = (step, null);
        return Next.To(step);
    }

    private int? NumberAt(Utterance said, int index) => index >= said.Count ? null
        : int.TryParse(said.Words[index], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits is >= 1 && digits <= _numbers.Length ? digits : null
        : Array.FindIndex(_numbers, number => number.LengthAt(said, index) > 0) is >= 0 and var i ? i + 1
        : null;

    /// <summary>That it is wrong is said right behind the number, or before the line.</summary>
    /// <returns>Where what is right begins.</returns>
    private int? Wrong(Utterance said, int start, int end)
    {
        var before = Enumerable.Range(0, start).Any(i => _wrong.LengthAt(said, i) > 0);
        if (_wrong.Find(said, end) is not { } after || after.Start > end + MostWordsBetween)
        {
            return before ? AfterRather(said, end) : null;
        }

        return AfterRather(said, after.End);
    }

    private int AfterRather(Utterance said, int index)
    {
        while (Math.Max(_rather.LengthAt(said, index), _wrong.LengthAt(said, index)) is > 0 and var length)
        {
            index += length;
        }

        return index;
    }

    /// <returns>What was changed, to be said; null where these words are no such answer.</returns>
    private string? Put(Turn turn, ComplaintDraft draft, string step, string text) => step switch
    {
        SubjectStep.StepName => PutSubject(turn, draft, text),
        StoryStep.StepName when Telling.IsStory(text) || guess.NamesTrouble(text) => PutStory(turn, draft, text),
        VillageStep.StepName => corrections.ChangeVillage(turn, draft, text, isMeant: true),
        NameStep.StepName => corrections.Take(turn, draft, ReviewStep.StepName, text) ?? PutName(turn, draft, text),
        _ => null,
    };

    private string? PutSubject(Turn turn, ComplaintDraft draft, string text)
    {
        if (forWhom.IsSelf(text) || forWhom.Said(text, isAnswer: true) is not { } who)
        {
            return forWhom.IsSelf(text) ? Store(turn, draft, new ForWhom(ForWhom.Self, null)) : null;
        }

        return Store(turn, draft, who);
    }

    private static string Store(Turn turn, ComplaintDraft draft, ForWhom who)
    {
        who.StoreIn(draft);
        return Corrections.Told(turn, true, "subject", ("who", who.Shown(turn)));
    }

    private static string PutStory(Turn turn, ComplaintDraft draft, string text)
    {
        (draft.Story, draft.Kind, draft.SaidUrgency) = ("", null, null);
        StoryStep.Add(draft, text);
        draft.StoryIsWhole = true;
        return StoryStep.Kept(turn, text);
    }

    private string? PutName(Turn turn, ComplaintDraft draft, string text)
    {
        var (name, phone, _) = names.ReadWithPhone(text);
        if (draft.IsAnonymous || (name is null && phone is null))
        {
            return null;
        }

        (draft.Name, draft.KnownName) = (name ?? draft.Name, null);
        (draft.Phone, draft.WithoutPhone) = (phone?.E164 ?? draft.Phone, draft.WithoutPhone && phone is null);
        return string.Join(' ', new[]
        {
            name is null ? null : Corrections.Told(turn, true, "name", ("name", name)),
            phone is null ? null : Corrections.Told(turn, true, "phone", ("phone", phone.Local)),
        }.OfType<string>());
    }
}
