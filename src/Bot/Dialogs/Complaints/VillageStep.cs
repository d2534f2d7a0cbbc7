using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Language;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// Step 4: the village. Known from the story, a QR code or the last complaint; typed, however it is spelled; or chosen from the
/// sub-district's list. Villages that share a name are told apart by their sub-district, always. Who does not know it names the
/// sub-district, or not even that.
/// </summary>
internal sealed class VillageStep(AreaCatalogue areas, Rephrasing rephrasing, NotThere notThere) : Step<ComplaintDraft>
{
    public const string StepName = "village";
    public const string NextPage = "village.more";
    public const string ByDistrict = "village.by_district";
    public const string DistrictAlone = "village.district_only";
    public const string NotKnown = "village.not_known";
    private const int LongestAddress = 200;
    private const int LongestLandmark = 60;
    private const int MostWordsOfName = 3;
    private const int MostWordsOfEither = 7;
    private const string KnownOne = "village.known";
    private const string AnotherOne = "village.other";
    private readonly PlaceOptions _places = new(areas);

    public override string Name => StepName;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.VillageCode is not null;

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        if (draft.Places is { } places)
        {
            return _places.Ask(turn, places);
        }

        if (Known(turn, draft) is { } known)
        {
            return turn.Question("village.known", ("village", areas.Path(known)))
                .With(turn.Option(KnownOne, ChoiceStyle.Success), turn.Option(AnotherOne));
        }

        return turn.Question(Name).With(turn.Option(ByDistrict)) with
        {
            TakesWords = true,
            Ask = draft.Location is null ? Core.Conversations.Ask.Location : Core.Conversations.Ask.None,
            AskLabel = turn.Phrase("choice.location"),
        };
    }

    protected override Next Take(Turn turn, ComplaintDraft draft, Answer answer) => answer.Choice switch
    {
        KnownOne when Known(turn, draft) is { } known => Settle(turn, draft, known),
        AnotherOne => Elsewhere(draft),
        NextPage => Offer(draft, draft.Places?.Turned()),
        // "di desa cangkuang kecamatan cangkuang" holds the word of the button, and the whole answer.
        ByDistrict when answer.Text.Length > 0 && areas.Search(answer.Text) is { Certainty: AreaCertainty.One, SaysBoth: true } => Search(turn, draft, answer.Text),
        ByDistrict => Offer(draft, _places.Districts()),
        DistrictAlone when draft.Places is { } places => Settle(turn, draft, AreaCode.DistrictOf(places.Codes[0])!),
        NotKnown => Settle(turn, draft, areas.HomeRegency),
        { } place when PlaceOptions.CodeOf(place) is { } code => Chosen(turn, draft, Named(answer.Text, code) ?? code),
        null when answer.IsText && draft.Places is { Codes: [var only] } && Agrees(turn, answer.Text) => Chosen(turn, draft, only),
        null when answer.IsText && notThere.In(answer.Text) is { } denied => Elsewhere(turn, draft, denied.Place, denied.Others),
        null when answer.IsText && NoneAnswer.Says(turn, answer.Text) => NoVillage(turn, draft),
        null when answer.IsText && EitherOf(turn, answer.Text) is { } either => Offer(draft, either),
        null when answer.IsText => Search(turn, draft, Meant(turn, answer.Text)),
        _ => Next.Puzzled(),
    };

    /// <summary>The village that the story names, or the one that the chat spoke of before: to be confirmed.</summary>
    private string? Known(Turn turn, ComplaintDraft draft) => draft.IsElsewhere || draft.Changing is not null ? null
        : areas.Mention(notThere.Without(draft.Story)) is { Certainty: AreaCertainty.One, Only: { Level: AreaLevel.Village } told } ? told.Code
        : turn.Conversation.VillageCode is { } code && areas.Find(areas.NowOf(code)) is { Level: AreaLevel.Village, HasEnded: false } village ? village.Code
        : null;

    /// <summary>"lain Rancaekek, tapi Cicalengka": the other place, where one is named.</summary>
    private Next Elsewhere(Turn turn, ComplaintDraft draft, string denied, string others)
    {
        (draft.IsElsewhere, draft.Places) = (true, null);
        return turn.Forms.Wording.WithoutCourtesies(TextFolding.Fold(others)).Length > 0 && areas.Search(others).Certainty != AreaCertainty.None
            ? Search(turn, draft, others)
            : Next.Again(turn.Phrase("village.not_there", ("place", denied)));
    }

    private static Next Elsewhere(ComplaintDraft draft)
    {
        draft.IsElsewhere = true;
        return Next.Again();
    }

    /// <summary>"ga tau nama desanya": the sub-district will do, and the regency where not even that is known.</summary>
    private Next NoVillage(Turn turn, ComplaintDraft draft) => draft.Places switch
    {
        { IsOfDistricts: true } => Settle(turn, draft, areas.HomeRegency),
        { IsOfVillages: true, Codes: [var village, ..] } => Settle(turn, draft, AreaCode.DistrictOf(village)!),
        _ => Offer(draft, _places.Districts()) with { Text = turn.Phrase("village.not_needed") },
    };

    /// <summary>"bukan Cikalong tapi Malasari" names one of them; "sadu pa" is Sadu.</summary>
    private string Meant(Turn turn, string text)
    {
        var right = rephrasing.In(turn.Forms.Hear(text))?.Right ?? text;
        var bare = turn.Forms.Wording.WithoutCourtesies(TextFolding.Fold(right));
        return bare.Length > 0 && areas.Search(right).Certainty is AreaCertainty.None or AreaCertainty.Near && areas.Search(bare).Certainty == AreaCertainty.One ? bare : right;
    }

    /// <summary>"nagreg kendan apa nagreg": which of the two is asked.</summary>
    private PlaceList? EitherOf(Turn turn, string text)
    {
        var said = turn.Forms.Hear(text);
        if (said.Count > MostWordsOfEither || turn.Forms.Of("answer.or").Find(said) is not { Start: > 0 } or || or.End >= said.Count)
        {
            return null;
        }

        var (first, second) = (areas.Search(said.Part(0, or.Start)), areas.Search(said.From(or.End)));
        string[] codes = [.. CodesIn(first).Concat(CodesIn(second)).Distinct().Take(PlaceList.PerPage)];
        return codes.Length > 1 && CodesIn(first).Any() && CodesIn(second).Any() ? new PlaceList("near", codes) : null;
    }

    private static IEnumerable<string> CodesIn(AreaFinding finding) => finding.Certainty == AreaCertainty.None ? []
        : finding.Matches.Count > 0 ? finding.Matches.Select(match => match.Area.Code)
        : finding.District is { } district ? [district.Code] : [];

    private static Next Offer(ComplaintDraft draft, PlaceList? places)
    {
        draft.Places = places;
        return Next.Again();
    }

    private Next Chosen(Turn turn, ComplaintDraft draft, string code) => areas.Find(code)?.Level switch
    {
        AreaLevel.Village => Settle(turn, draft, code),
        AreaLevel.District => Offer(draft, _places.VillagesOf(code)),
        _ => Next.Puzzled(),
    };

    /// <summary>"ds. sadu kec. soreang" while sub-districts are listed: the village that was typed, rather than the list of its neighbours.</summary>
    private string? Named(string typed, string district) =>
        typed.Length is > 0 and <= LongestAddress && areas.Search(typed) is { Certainty: AreaCertainty.One, Only: { } village } finding
            && village.ParentCode == district && (finding.SaysBoth || finding.District?.FoldedName != village.FoldedName)
            ? village.Code
            : null;

    /// <summary>One name is on offer, and "iya" is an answer to it.</summary>
    private static bool Agrees(Turn turn, string text) => Words.Forms(turn.Phrases, "also.village.known").Contains(TextFolding.Fold(text));

    private Next Search(Turn turn, ComplaintDraft draft, string said)
    {
        if (said.Length > LongestAddress)
        {
            return Unknown(turn, draft, said);
        }

        var text = WithoutPhone(turn, draft, said);

        var finding = areas.Search(text);
        if (finding.Certainty != AreaCertainty.None && PlaceOptions.SaysMoreThanAVillage(text))
        {
            draft.Address = text;
        }

        if (draft.Places is { } places && _places.Within(places, finding) is { } offered)
        {
            return Settle(turn, draft, offered);
        }

        // "aku neng Cileunyi Wetan saiki, biyen neng Klaten": one of ours in a sentence comes before a place elsewhere.
        if ((finding.Certainty == AreaCertainty.None || (finding.Certainty == AreaCertainty.Near && areas.Outside(text) is not null)) && NamedIn(turn, text) is { } named)
        {
            return Settle(turn, draft, named);
        }

        return finding.Certainty switch
        {
            // "Soreang" may be the village or the whole sub-district of that name: the list holds both meanings.
            AreaCertainty.One when !finding.SaysBoth && finding.District is { } district && district.FoldedName == finding.Only!.FoldedName => Offer(draft, _places.VillagesOf(district.Code)),
            AreaCertainty.One => Settle(turn, draft, finding.Only!.Code),
            AreaCertainty.Near when finding.Former is { } former => Offer(draft, PlaceOptions.Became(finding)) with
            {
                Text = turn.Phrase("village.became", ("former", AreaTitle.Of(former)), ("village", string.Join(", ", finding.Matches.Select(m => AreaTitle.Of(m.Area))))),
            },
            AreaCertainty.None or AreaCertainty.Near when areas.Outside(text) is { } outside => Refer(turn, outside),
            AreaCertainty.Several => Offer(draft, PlaceOptions.SameName(finding)),
            AreaCertainty.Near => Offer(draft, PlaceOptions.Near(finding)),
            AreaCertainty.District => Offer(draft, _places.VillagesOf(finding.District!.Code)),
            _ => Unknown(turn, draft, text),
        };
    }

    /// <summary>The village whose whole name stands somewhere in a sentence, the longest first; a word of every day alone is none.</summary>
    private string? NamedIn(Turn turn, string text)
    {
        var said = turn.Forms.Hear(text);
        for (var length = MostWordsOfName; length > 0; length--)
        {
            for (var from = 0; from + length <= said.Count; from++)
            {
                var part = said.Part(from, from + length);
                if (!(from > 0 && turn.Forms.Of("answer.hamlet").LengthAt(said, from - 1) > 0) && !(length == 1 && EverydayWords.Contains(said.Folded[from]))
                    && areas.Search(part) is { Certainty: AreaCertainty.One, Only: { } village } && village.FoldedName == AreaName.Fold(part))
                {
                    return village.Code;
                }
            }
        }

        return null;
    }

    /// <summary>"Sadu, hp 0812…" answers two questions.</summary>
    private static string WithoutPhone(Turn turn, ComplaintDraft draft, string said)
    {
        if (draft.IsAnonymous || PersonName.TakePhone(said) is not { Phone: { } phone } taken)
        {
            return said;
        }

        draft.Phone = phone.E164;
        turn.Add(turn.Phrase("kept.contact"));
        return taken.Without;
    }

    /// <summary>Not ours to help with: named as such, with who can.</summary>
    private Next Refer(Turn turn, Area outside) => Next.Again(turn.Phrase(
        "village.outside", ("place", AreaTitle.Of(outside)), ("home", AreaTitle.Of(areas.Get(areas.HomeRegency)))));

    private Next Unknown(Turn turn, ComplaintDraft draft, string text)
    {
        if (PlaceOptions.SaysMoreThanAVillage(text) && text.Length <= LongestLandmark)
        {
            draft.Address = text;
            return Offer(draft, _places.Districts()) with { Text = turn.Phrase("village.landmark") };
        }

        if (!Telling.IsStory(text))
        {
            return Next.Puzzled(turn.Phrase("village.unknown"));
        }

        StoryStep.Add(draft, text);
        return Next.Again(turn.Phrase("kept.story"));
    }

    private Next Settle(Turn turn, ComplaintDraft draft, string code)
    {
        draft.VillageCode = code;
        draft.Places = null;
        draft.Address ??= PlaceOptions.HouseIn(draft.Story);
        turn.Conversation.VillageCode = code;
        return Next.Forward(turn.Phrase("village.noted", ("village", areas.Path(code))));
    }
}
