using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>Whom a message is for: as it is said outright ("buat ibu saya Enok"), and as a story begins ("ibu sy sakit").</summary>
public sealed class ForWhomReader(SpokenForms forms, SaidName names, SaidAge age)
{
    /// <summary>In the order in which they are looked for.</summary>
    private static readonly string[] Relations =
    [
        ForWhom.Neighbour, "in_law", "mother", "father", "parents", "husband", "wife", "grandmother", "grandfather", "grandchild", "sibling",
        "relative", ForWhom.Child,
    ];

    /// <summary>Whoever the story is about is named at its beginning.</summary>
    private const int MostWordsBefore = 6;

    private const int MostWordsOfSaying = 12;
    private const int MostWordsToHarm = 3;
    private const string Mine = "my";
    private readonly (string Relation, PhraseForms Forms)[] _relations = [.. Relations.Select(r => (r, forms.Of($"answer.relation.{r}")))];
    private readonly PhraseForms _self = forms.Of("answer.relation.self");
    private readonly PhraseForms _own = forms.Of("answer.own");
    private readonly PhraseForms _for = forms.Of("answer.for");
    private readonly PhraseForms _begins = forms.Of("answer.begins");
    private readonly PhraseForms _byOthers = forms.Of("answer.by_others");
    private readonly PhraseForms _titles = forms.Of("answer.titles");
    private readonly PhraseForms _treated = forms.Of("answer.treated");
    private readonly PhraseForms _with = forms.Of("answer.together");
    private readonly PhraseForms _harms = forms.Of("answer.harms");
    private readonly PhraseForms _notMine = forms.Of("answer.not_mine");
    private readonly PhraseForms _not = forms.Of("answer.not_that");
    private readonly PhraseForms _things = forms.Of("answer.relation.things");
    private readonly PhraseForms _offices = forms.Of("answer.relation.offices");

    /// <summary>No relatives, and of whom a story speaks for many reasons: only where it is said outright.</summary>
    private readonly PhraseForms _others = forms.Of("answer.relation.other");

    /// <summary>Proposed and never taken silently: a story speaks of many people.</summary>
    /// <returns>Null where it is not clear.</returns>
    public ForWhom? InStory(string story)
    {
        var said = forms.Hear(story);
        var first = 0;
        for (var i = 0; i < said.Count && i <= first + MostWordsBefore; i++)
        {
            // "Ibu, saya mau lapor" speaks to her; "ibu saya mau cuci darah" speaks of her.
            if (OfRelative(said, i, mustBeOwn: true) is { } who && !Harms(said, who.End)
                && !(i == first && said.Count > who.End && _begins.LengthAt(said, i + 1) > 1 && !_treated.AreIn(said)))
            {
                return who.Who;
            }

            if (_begins.LengthAt(said, i) is > 0 and var length)
            {
                i += length - 1;
                first = i;
            }
            else if (_own.LengthAt(said, i) > 0 || _byOthers.LengthAt(said, i) > 0)
            {
                break;
            }
        }

        return ForSomebody(said);
    }

    /// <summary>"bansos ga keluar udah lama buat ibu", "hoyong lapor bansos ema teu kaluar": at whatever place.</summary>
    private ForWhom? ForSomebody(Utterance said) => Enumerable.Range(0, said.Count)
        .Where(i => (FollowsFor(said, i) || (i > 0 && _things.LengthAt(said, i - 1) > 0)) && Relation(said, i) is { } relation
            && _offices.LengthAt(said, relation.End) == 0 && (relation.Relation != ForWhom.Child || _own.LengthAt(said, relation.End) > 0))
        .Select(i => OfRelative(said, i, mustBeOwn: false)?.Who).FirstOrDefault(who => who is not null) is { } found ? found with { Name = null } : null;

    /// <summary>"suami saya ngambil uang kks": who does harm is not whom it is for.</summary>
    private bool Harms(Utterance said, int end) => Enumerable.Range(end, MostWordsToHarm).Any(at => _harms.LengthAt(said, at) > 0);

    /// <summary>"lain nu abdi, nu pun anak", "bukan saya yg sakit tapi anak saya": not who writes, and who instead.</summary>
    public ForWhom? Instead(string text)
    {
        var said = forms.Hear(text);
        if (said.Count > MostWordsOfSaying || _notMine.Find(said) is not { } not)
        {
            return null;
        }

        return Enumerable.Range(0, said.Count).Where(i => i < not.Start || i >= not.End)
            .Select(i => OfRelative(said, i, mustBeOwn: false)?.Who).FirstOrDefault(who => who is not null);
    }

    /// <summary>"nik saya bukan suami", "buat saya bukan ibu": whoever writes, and not the relative.</summary>
    public bool IsSelfInstead(string text)
    {
        var said = forms.Hear(text);
        return said.Count <= MostWordsOfSaying && _not.Find(said) is { Start: > 0 } not
            && (_own.LengthAt(said, not.Start - 1) == 1 || _self.LengthAt(said, not.Start - 1) == 1) && Relation(said, not.End) is not null;
    }

    /// <summary>"bansos saya belum cair": nobody else is spoken of, at whatever place.</summary>
    public bool SpeaksOfSelf(string story)
    {
        var said = forms.Hear(story);
        return _own.AreIn(said) && !_for.AreIn(said) && !Enumerable.Range(0, said.Count).Any(i => Relation(said, i) is not null);
    }

    /// <summary>Said outright, before or after it was asked.</summary>
    /// <param name="isAnswer">It was asked: "ibu Enok" needs no word before it.</param>
    public ForWhom? Said(string text, bool isAnswer)
    {
        var said = forms.Hear(text);
        if (said.Count > MostWordsOfSaying)
        {
            return null;
        }

        if (IsSelfInstead(text))
        {
            return new ForWhom(ForWhom.Self, null);
        }

        // "saya sama anak 3"
        if (isAnswer && said.Count > 1 && _self.LengthAt(said, 0) is > 0 and var self && _with.LengthAt(said, self) > 0)
        {
            return new ForWhom(ForWhom.Self, null);
        }

        // "kangge abdi sareng pamajikan"
        if (isAnswer && said.Count > 1 && _for.LengthAt(said, 0) is > 0 and var before && _self.LengthAt(said, before) is > 0 and var me && _with.LengthAt(said, before + me) > 0)
        {
            return new ForWhom(ForWhom.Self, null);
        }

        for (var i = 0; i < said.Count; i++)
        {
            var isFor = FollowsFor(said, i);
            if (isFor && _self.LengthAt(said, i) > 0 && Relation(said, i) is null)
            {
                return new ForWhom(ForWhom.Self, null);
            }

            if ((isFor || isAnswer) && OfRelative(said, i, mustBeOwn: false) is { } who)
            {
                return who.Who;
            }
        }

        return Enumerable.Range(0, said.Count).Where(i => (isAnswer || FollowsFor(said, i)) && _others.LengthAt(said, i) > 0).Select(i => OfOther(said, i)).FirstOrDefault();
    }

    /// <summary>"murid saya Rafi".</summary>
    private ForWhom OfOther(Utterance said, int index)
    {
        var end = index + _others.LengthAt(said, index);
        _ = IsOwn(said, index, ref end);
        return new ForWhom(ForWhom.Other, names.At(said, end, isAll: true));
    }

    /// <summary>"iya buat emak saya", "ibu saya": who it is, and nothing else.</summary>
    public ForWhom? Alone(string text)
    {
        var said = forms.Hear(text);
        return Enumerable.Range(0, Math.Min(said.Count, MostWordsBefore)).Select(i => OfRelative(said, i, mustBeOwn: true)).FirstOrDefault(who => who is not null) is { Who.Name: null } found && found.End == said.Count
            ? found.Who
            : null;
    }

    /// <summary>"kulo piyambak", and nothing else.</summary>
    public bool IsSelf(string text) => forms.Hear(text) is { Count: > 0 } said && _self.LengthAt(said, 0) == said.Count;

    /// <summary>"ibu saya namanya enok": of whom, and what they are called.</summary>
    public ForWhom? Named(string text)
    {
        var said = forms.Hear(text);
        for (var i = 0; i < said.Count && i <= MostWordsBefore; i++)
        {
            if (OfRelative(said, i, mustBeOwn: true) is { Who.Name: not null, IsNamed: true } who)
            {
                return who.Who;
            }
        }

        return null;
    }

    private (ForWhom Who, int End, bool IsNamed)? OfRelative(Utterance said, int index, bool mustBeOwn)
    {
        if (Relation(said, index) is not { } found)
        {
            return null;
        }

        var (relation, end) = found;
        var isOwn = IsOwn(said, index, ref end);
        if (!isOwn && OfSomebody(said, index, end) is { } stranger)
        {
            return stranger;
        }

        if (!isOwn && Relation(said, end) is { Relation: ForWhom.Neighbour } next)
        {
            (relation, end) = next;
            _ = IsOwn(said, end - 1, ref end);
            isOwn = true;
        }

        if (!isOwn && mustBeOwn)
        {
            return null;
        }

        if (relation == ForWhom.Child && age.In(said) >= SaidAge.Full)
        {
            relation = ForWhom.GrownChild;
        }

        // "pun bojo sareng kulawargi": who is there besides is no name.
        var name = _with.LengthAt(said, end) > 0 ? null : names.At(said, end, isAll: !mustBeOwn);
        return (new ForWhom(relation, name), name is null ? end : said.Count, name is not null);
    }

    /// <summary>"cucunya nenek onih": called as the person calls them.</summary>
    private (ForWhom Who, int End, bool IsNamed)? OfSomebody(Utterance said, int index, int end) =>
        said.Folded[end - 1].EndsWith("nya", StringComparison.Ordinal) && (Relation(said, end) is not null || _titles.LengthAt(said, end) > 0) && end + 1 < said.Count
        && !names.IsSentence(said.Typed[end + 1])
            ? (new ForWhom(ForWhom.Other, said.Part(index, end + 2)), end + 2, false)
            : null;

    /// <summary>"buat ibu", "for my mother".</summary>
    private bool FollowsFor(Utterance said, int index) => index > 0
        && (_for.LengthAt(said, index - 1) > 0 || (index > 1 && said.Words[index - 1] == Mine && _for.LengthAt(said, index - 2) > 0));

    /// <summary>"ibu saya", "ibuku", "my mother".</summary>
    private bool IsOwn(Utterance said, int index, ref int end)
    {
        if (_own.LengthAt(said, end) is > 0 and var length)
        {
            end += length;
            return true;
        }

        return said.Folded[end - 1].EndsWith("ku", StringComparison.Ordinal) || (index > 0 && said.Words[index - 1] == Mine);
    }

    private (string Relation, int End)? Relation(Utterance said, int index)
    {
        foreach (var (relation, forms) in index < said.Count ? _relations : [])
        {
            if (forms.LengthAt(said, index) is > 0 and var length)
            {
                return (relation, index + length);
            }
        }

        return null;
    }
}
