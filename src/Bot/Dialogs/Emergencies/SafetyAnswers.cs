using System.Globalization;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// Hears everything between words of an emergency and the answer whether it is safe, and in the quiet where it is not:
/// what is written goes to the officers, where and who to their card, and nothing is taken for an answer to something else.
/// </summary>
[Unguarded("an emergency never waits")]
public sealed class SafetyAnswers(
    SafetyQuestion question, AlarmQuestions questions, WhereaboutsReader places, DangerNewsReader news, DangerReplies replies, NewTalk talks, NoteWhereabouts note,
    AnswerAlarm act, HearInDanger hear, PieceCollector pieces, AreaCatalogue areas) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.IsInDanger || turn.Conversation.WithOfficer)
        {
            return false;
        }

        switch (answer)
        {
            case { Choice: SafetyQuestion.Yes or SafetyQuestion.Back } or { Word: Words.Resume or Words.Repeat }:
                await question.ReleaseAsync(turn, Danger.Safe, cancellationToken, isAskedFor: answer.Word is not null || GoesOn(turn, answer.Text));
                break;
            case { Choice: SafetyQuestion.FalseAlarm }:
                await question.ReleaseAsync(turn, Danger.FalseAlarm, cancellationToken);
                break;
            case { Choice: SafetyQuestion.No or AlarmQuestions.Unsafe } when await RunningAsync(turn, cancellationToken) is { DangerKind: { } danger } alarm
                && replies.Unsafe(turn, danger) is { } said:
                questions.AskMore(turn, alarm, said);
                break;
            case { Choice: SafetyQuestion.No or AlarmQuestions.Unsafe }:
                await act.DoAsync(turn.Conversation, Danger.Unsafe, turn.Context.By, cancellationToken);
                turn.Conversation.DangerAt = null;
                SafetyQuestion.BeQuiet(turn, "emergency.quiet");
                break;
            case { Choice: AlarmQuestions.Here }:
                await ConfirmAsync(turn, cancellationToken);
                break;
            case { Choice: AlarmQuestions.Elsewhere }:
                questions.AskPlace(turn);
                break;
            case { Word: Words.Skip } when turn.Conversation.Danger == Danger.Asked:
                questions.Next(turn, await RunningAsync(turn, cancellationToken));
                break;
            // Before other words: "salah kirim" puts a report right elsewhere.
            case { Choice: null, IsStale: false, Text.Length: > 0 } when await EndOfAsync(turn, answer, cancellationToken) is { } said:
                await EndAsync(turn, said, cancellationToken);
                break;
            case { IsStale: true } or { Choice: not null } or { Word: not (null or Words.Help) }:
                await RemindAsync(turn, answer, cancellationToken);
                break;
            case { IsText: true } when await SendReadyAsync(turn, answer, cancellationToken):
                break;
            case { IsText: true } when IsBack(turn, answer.Text):
                await question.ReleaseAsync(turn, Danger.Safe, cancellationToken, isAskedFor: GoesOn(turn, answer.Text));
                break;
            default:
                await PassOnAsync(turn, answer, cancellationToken);
                break;
        }

        return true;
    }

    /// <summary>The pause after words at the question: one answer to all of them.</summary>
    /// <returns>False where there is no such question: it is a story.</returns>
    public async Task<bool> TryTakePiecesAsync(Turn turn, Collected collected, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Danger == Danger.Asked)
        {
            var alarm = await RunningAsync(turn, cancellationToken);
            SafetyQuestion.Hold(turn, collected);
            turn.Add(replies.To(turn, alarm, string.Join('\n', collected.Texts), collected.IsUrgent));
            questions.NextInTime(turn, alarm);
        }

        return turn.Conversation.IsInDanger;
    }

    /// <summary>"lanjut", "ya lanjutkan": more than that it is safe.</summary>
    private static bool GoesOn(Turn turn, string text) => text.Length > 0 && turn.Forms.Of("answer.danger.goes_on").AreIn(turn.Forms.Hear(text));

    /// <summary>Also long after, when the question itself is gone.</summary>
    private static bool IsBack(Turn turn, string text) => turn.Conversation.Danger == Danger.Unsafe
        && Words.Forms(turn.Phrases, $"also.{SafetyQuestion.Back}").Contains(TextFolding.Fold(text));

    /// <summary>Other words and buttons wait: an emergency has only its own questions.</summary>
    private async Task RemindAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Danger == Danger.Unsafe)
        {
            SafetyQuestion.BeQuiet(turn, "emergency.come_back");
            return;
        }

        turn.Add(answer switch
        {
            { IsStale: true } => turn.Phrase("stale"),
            { Word: Words.Officer } => turn.Phrase("emergency.officer_knows"),
            _ => null,
        });
        questions.Again(turn, await RunningAsync(turn, cancellationToken));
    }

    /// <summary>"kirim" after the card, from whoever had the summary before them: it is sent, and what the alarm had asked is asked again.</summary>
    private async Task<bool> SendReadyAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var asked = turn.Open;
        if (turn.Held() is not { } held || await question.SendReadyAsync(turn, answer.Text, cancellationToken) is not { } sent)
        {
            turn.Reopen(asked);
            return false;
        }

        await hear.DoAsync(turn.Conversation, turn.Context.Message, turn.Context.Files, isAlarm: false, turn.Context.By, cancellationToken);
        turn.StoreHeld(held with { Open = turn.Open, ComplaintId = sent, IsMarked = true });
        turn.Reopen(asked);
        questions.Again(turn, await RunningAsync(turn, cancellationToken));
        return true;
    }

    private Task<Talk?> RunningAsync(Turn turn, CancellationToken cancellationToken) => talks.RunningAsync(turn.Conversation.Id, cancellationToken);

    /// <summary>"Ya, di sana": the village that the chat had spoken of.</summary>
    private async Task ConfirmAsync(Turn turn, CancellationToken cancellationToken)
    {
        var alarm = await RunningAsync(turn, cancellationToken);
        if (alarm?.VillageCode is { } village)
        {
            await note.DoAsync(turn.Conversation, new Whereabouts(areas.Path(village), AreaCode: village), turn.Context.By, cancellationToken);
        }

        questions.Next(turn, alarm);
    }

    /// <returns>Null where the words do not say that it is over, or never was.</returns>
    private async Task<Danger?> EndOfAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var kind = (await RunningAsync(turn, cancellationToken))?.DangerKind ?? DangerKind.General;
        return news.Of(answer.Text, kind) switch
        {
            DangerNews.None => Danger.FalseAlarm,
            DangerNews.Over => Danger.Safe,
            _ => null,
        };
    }

    /// <summary>It is over, or never was: officers read those words too.</summary>
    private async Task EndAsync(Turn turn, Danger said, CancellationToken cancellationToken)
    {
        await hear.DoAsync(turn.Conversation, turn.Context.Message, turn.Context.Files, isAlarm: false, turn.Context.By, cancellationToken);
        if (turn.Collected() is { } pieces)
        {
            SafetyQuestion.Hold(turn, pieces);
        }

        if (news.TopicOf(turn.Context.Activity.Text ?? "") == DangerNewsReader.Leave)
        {
            turn.Add(replies.MayLeave(turn, (await RunningAsync(turn, cancellationToken))?.DangerKind ?? DangerKind.General));
        }

        await question.ReleaseAsync(turn, said, cancellationToken, isPast: true);
    }

    private async Task NoteAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        // "ga ada yg peduli di sini" names neither place nor company; "kapan datang, saya di kp babakan" does.
        var isUncalled = news.ForbidsCalls(answer.Text);
        if (isUncalled && turn.Held() is { } held)
        {
            turn.StoreHeld(held with { IsUncalled = true });
        }

        var isNeed = news.NeedOf(answer.Text) is not null;
        var isNoAnswer = news.Of(answer.Text) is DangerNews.Despair or DangerNews.AsksWhen || news.TopicOf(answer.Text) is not null;
        var said = answer.Text.Length == 0 ? new Whereabouts() : places.Read(answer.Text, isNoAnswer || isNeed ? AlarmPart.Safety : Asked(turn));
        if (turn.Conversation.Danger == Danger.Asked && places.Instead(answer.Text, (await RunningAsync(turn, cancellationToken))?.VillageCode) is { Length: > 0 } instead)
        {
            said = said with { Words = said.Words ?? answer.Text, AreaCode = instead, Company = null };
        }

        KeepForForm(turn, answer.Text, isNoAnswer, said);
        await note.DoAsync(
            turn.Conversation,
            said with
            {
                Company = isNoAnswer ? null : said.Company,
                Pin = answer.Place is { } place ? Degrees(place) : null,
                Phone = isUncalled ? turn.Phrases.Get(PhraseBook.Fallback, "emergency.uncalled")
                    : said.Phone ?? (PhoneNumber.TryParse(answer.Contact?.PhoneNumber, out var phone) ? phone.Local : null),
            },
            turn.Context.By, cancellationToken);
    }

    /// <summary>What fills the form of a complaint need not be asked there again, and is no part of its story.</summary>
    private static void KeepForForm(Turn turn, string text, bool isNoAnswer, Whereabouts said)
    {
        if (turn.Held() is not { } held || turn.Conversation.Danger != Danger.Asked || text.Length == 0)
        {
            return;
        }

        var isAnswer = isNoAnswer || (!turn.IsUrgent && AlarmQuestions.Asked(turn) != AlarmPart.Safety && said is not { Words: null, Company: null, Phone: null });
        turn.StoreHeld(held with
        {
            Answers = isAnswer ? [.. held.Answers, text] : held.Answers,
            Place = said.Words ?? held.Place,
            AreaCode = said.AreaCode ?? held.AreaCode,
            Phone = said.Phone ?? held.Phone,
        });
    }

    /// <summary>In the quiet nothing is asked, and everything may be the place.</summary>
    private static AlarmPart Asked(Turn turn) => turn.Conversation.Danger == Danger.Unsafe ? AlarmPart.Place : AlarmQuestions.Asked(turn);

    private static string Degrees(GeoCoordinates place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.######},{place.Longitude:0.######}");

    private async Task PassOnAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Place is { } place)
        {
            turn.WriteDown(turn.Phrases.Get(PhraseBook.Fallback, "emergency.place", ("place", Degrees(place))));
        }

        await hear.DoAsync(turn.Conversation, turn.Context.Message, turn.Context.Files, turn.IsUrgent, turn.Context.By, cancellationToken);
        await NoteAsync(turn, answer, cancellationToken);
        SafetyQuestion.HoldFiles(turn);
        if (turn.Conversation.Danger == Danger.Asked)
        {
            pieces.Keep(turn, answer);
            return;
        }

        if (turn.IsUrgent && news.AidOf(answer.Text, DangerKind.General) is { } what && replies.Aid(turn, what) is { } aid)
        {
            turn.Conversation.DangerAt = turn.Context.Now;
            SafetyQuestion.BeQuiet(turn, "emergency.come_back", aid);
            return;
        }

        if (turn.Conversation.DangerAt is null || turn.Conversation.DangerAt + EmergencyCard.Again <= turn.Context.Now)
        {
            turn.Conversation.DangerAt = turn.Context.Now;
            SafetyQuestion.BeQuiet(turn, "emergency.passed_on.quiet");
        }
    }
}
