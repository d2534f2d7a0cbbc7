using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// What is said to words between an alarm and the answer whether it is safe: an answer to what was asked, else what has become
/// of them. The same sentence is never said twice in a row: it would say that nobody reads.
/// </summary>
public sealed class DangerReplies(DangerNewsReader news, WhereaboutsReader places, AreaCatalogue areas, OfficeCard office)
{
    private const string Again = "emergency.again";

    /// <param name="isUrgent">They were words of an emergency.</param>
    public string To(Turn turn, Talk? alarm, string words, bool isUrgent)
    {
        var danger = alarm?.DangerKind ?? DangerKind.General;
        var number = office.FirstLine(danger);
        var isThere = turn.Held() is { IsHelped: true };
        if (turn.Held() is { } held)
        {
            turn.StoreHeld(held with { IsHelped = !isUrgent && (held.IsHelped || news.TopicOf(words) == DangerNewsReader.Helped) });
        }

        // Whoever is with them already is not sent there again.
        if (isThere && (news.AidOf(words, danger) ?? news.SignOf(words) ?? (news.TopicOf(words) == DangerNewsReader.Hospital ? DangerNewsReader.Hospital : null)) is not null)
        {
            turn.StoreHeld(turn.Held()! with { IsHelped = true });
            return Keep(turn, "emergency.sign.there", turn.Phrase("emergency.sign.there", ("number", office.FirstLine(DangerKind.Illness))));
        }

        if (news.AidOf(words, danger) is { } what && (isUrgent || what == DangerNewsReader.Poison) && Aid(turn, what) is { } aid)
        {
            return Keep(turn, Again, aid);
        }

        if (danger is DangerKind.Illness or DangerKind.General && news.SignOf(words) is { } sign && office.FirstLine(DangerKind.Illness) is { } ambulance)
        {
            return Keep(turn, Again, turn.Phrase($"emergency.sign.{sign}", ("number", ambulance)));
        }

        if (news.TopicOf(words) is { } topic)
        {
            topic = Way(turn, danger, topic, words);
            return Keep(turn, $"emergency.answer.{topic}", turn.Phrase(
                $"emergency.answer.{topic}", ("number", number), ("ambulance", office.FirstLine(DangerKind.Illness)), ("numbers", office.OtherLines(danger, words))));
        }

        if (news.NeedOf(words) is { } need)
        {
            return Keep(turn, "emergency.needs", turn.Phrase("emergency.needs", ("need", need)));
        }

        if (alarm?.VillageCode is { } known && places.Instead(words, "") is { Length: > 0 } instead && instead == known)
        {
            return Keep(turn, "emergency.placed.area", turn.Phrase("emergency.placed.area", ("area", areas.Path(known))));
        }

        return news.Of(words) switch
        {
            DangerNews.Despair => Keep(turn, "emergency.despair", turn.Phrase("emergency.despair", ("number", office.FirstLine(DangerKind.Self)))),
            DangerNews.AsksWhen => Keep(turn, "emergency.when", turn.Phrase("emergency.when", ("number", number))),
            _ when danger == DangerKind.Self && number is not null && places.SaysAlone(words) => Keep(turn, "emergency.alone", turn.Phrase("emergency.alone", ("number", number))),
            _ when (danger != DangerKind.Self || alarm?.VillageCode is not null) && AlarmQuestions.Asked(turn) is AlarmPart.Place or AlarmPart.PlaceAgain && Placed(turn, alarm, words) is { } placed => placed,
            _ when !isUrgent && danger != DangerKind.Self && places.Read(words, AlarmPart.Safety).Phone is not null => Keep(turn, "kept.contact", turn.Phrase("kept.contact")),
            _ => PassedOn(turn, alarm, danger, isUrgent),
        };
    }

    /// <returns>What to do until help comes; null where there is no ambulance to call.</returns>
    public string? Aid(Turn turn, string what) =>
        office.FirstLine(DangerKind.Illness) is { } ambulance ? turn.Phrase($"emergency.aid.{what}", ("number", ambulance)) : null;

    /// <summary>"tidak aman" from whoever is beside somebody ill or hurt is no wish for silence.</summary>
    public string? Unsafe(Turn turn, DangerKind danger) => danger switch
    {
        DangerKind.Illness or DangerKind.Hunger when office.FirstLine(DangerKind.Illness) is { } ambulance => turn.Phrase("emergency.unsafe.ill", ("number", ambulance)),
        DangerKind.Disaster or DangerKind.Fire when office.FirstLine(danger) is { } number => turn.Phrase("emergency.answer.safe", ("number", number)),
        _ => null,
    };

    public string MayLeave(Turn turn, DangerKind danger) => turn.Phrase("emergency.answer.leave", ("number", office.FirstLine(danger)));

    /// <summary>Nobody can be reached: no numbers a second time, and no shouting where somebody hides.</summary>
    private string Way(Turn turn, DangerKind danger, string topic, string words)
    {
        if (topic is not (DangerNewsReader.Unanswered or DangerNewsReader.Credit))
        {
            return topic;
        }

        var isHiding = danger == DangerKind.Violence && (news.IsHiding(words) || (turn.Held()?.Words.Texts.Exists(news.IsHiding) ?? false));
        return isHiding ? "hiding"
            : turn.Held()?.Told is $"emergency.answer.{DangerNewsReader.Unanswered}" or $"emergency.answer.{DangerNewsReader.Credit}" ? DangerNewsReader.Credit
            : topic;
    }

    /// <summary>The numbers were just told: the next answer does not begin with them.</summary>
    public static void NoteNumbers(Turn turn) => Keep(turn, Again, "");

    private string PassedOn(Turn turn, Talk? alarm, DangerKind danger, bool isUrgent)
    {
        if (turn.Held() is { IsHelped: true })
        {
            return Keep(turn, "kept.words", turn.Phrase("kept.words"));
        }

        var isSelf = danger == DangerKind.Self;
        var number = office.FirstLine(danger);
        var keys = new[]
        {
            isUrgent && number is not null ? isSelf ? "emergency.again.self" : Again : null,
            isSelf ? "emergency.listening" : IsUnread(alarm) && number is not null ? "emergency.kept" : "emergency.passed_on",
            number is null ? null : isSelf ? "emergency.listening.still" : "emergency.still",
        };
        var before = turn.Held()?.Told;
        var key = keys.OfType<string>().FirstOrDefault(k => k != before && !(before == Again && k.StartsWith(Again, StringComparison.Ordinal))) ?? keys[1]!;
        return Keep(turn, key, turn.Phrase(key, ("number", number)));
    }

    /// <summary>Nobody is known to have been reached, and the person was told so.</summary>
    private static bool IsUnread(Talk? alarm) => alarm is { UnreachedToldAt: not null, ReachedAt: null };

    /// <summary>Any words may be the place, and go to the card; that they were understood as one is said only where they name one.</summary>
    private string? Placed(Turn turn, Talk? alarm, string words) => alarm switch
    {
        { VillageCode: { } village } when places.Instead(words, village) is not "" => turn.Phrase("emergency.placed.area", ("area", areas.Path(village))),
        { IsPlaced: true } when alarm.Pin is not null || places.Names(words) => turn.Phrase("emergency.placed"),
        _ => null,
    };

    private static string Keep(Turn turn, string key, string said)
    {
        if (turn.Held() is { } held)
        {
            turn.StoreHeld(held with { Told = key });
        }

        return said;
    }
}
