using System.Collections.Frozen;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Dangers;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Talks;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// Words of an emergency, anywhere: the numbers that fit the danger come first, in a message of their own; officers see the
/// chat on top at once; where it is and who is there are asked next; whatever was under way stops, and is kept, until the person has said whether it is safe to go on. A false
/// alarm costs two messages; a missed one may cost a life.
/// </summary>
[Unguarded("an emergency never waits")]
public sealed class EmergencyCard(
    Understander understander, OfficeCard office, SafetyQuestion question, WhereaboutsReader places, DangerNewsReader news, DangerReplies replies, NewTalk talks, RaiseAlarm raise,
    MarkDanger mark, ComplaintMeant meant, DialogCatalogue dialogs, SpokenForms forms, Fear fear, CategoryTerms categories) : Listener
{
    private const int SpacesOfASentence = 2;
    private const int MostWordsOfAName = 8;
    private static readonly FrozenSet<string> PlainQuestions =
        [SubjectStep.StepName, SubjectNameStep.StepName, VillageStep.StepName, NameStep.StepName, PhoneStep.StepName, NationalIdStep.StepName];

    private readonly PhraseForms _hamlet = forms.Of("answer.danger.places");
    private readonly PhraseForms _titles = forms.Of("answer.danger.titles");
    private readonly PhraseForms _names = forms.Of("answer.danger.names");

    /// <summary>Within it the same danger is answered with its first number alone; staff are told of it all the same.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Whoever said that it is safe may have said so too early: within it, few words of the same danger are enough.</summary>
    private static readonly TimeSpan Over = TimeSpan.FromHours(1);

    /// <returns>True where it stops what was under way; an officer who has the chat hears it as well.</returns>
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        IsSaid(turn, answer) && !IsTakenBack(turn, answer) && await HeardAsync(turn, answer, cancellationToken) is { } heard
        && await AlarmAsync(turn, answer, heard, turn.Conversation.IsInDanger ? null : await meant.OfAsync(turn, answer, cancellationToken), cancellationToken);

    /// <param name="answer">The words that say it.</param>
    /// <param name="complaintId">The lodged complaint that they are for; null where that is not known.</param>
    /// <returns>True where it is asked now whether it is safe.</returns>
    public async Task<bool> AlarmAsync(Turn turn, Answer answer, Understood heard, Guid? complaintId, CancellationToken cancellationToken)
    {
        turn.IsUrgent = true;
        var isMarked = complaintId is { } id && await mark.DoAsync(id, turn.Context.By, cancellationToken) is { Succeeded: true, Value: true };
        foreach (var file in turn.Context.Files.Where(f => f.State != FileState.Refused))
        {
            file.ComplaintId ??= complaintId;
        }

        var running = await talks.RunningAsync(turn.Conversation.Id, cancellationToken);
        // "saya ga kuat ngangkat ibu" in a landslide is no violence: only words that name another danger tell of one.
        heard = turn.Conversation.IsInDanger && !heard.IsDangerNamed && running?.DangerKind is { } known ? heard with { Danger = known } : heard;
        if (IsHeardElsewhere(turn, running, heard))
        {
            return false;
        }

        var isSensitive = heard.Category is { } category && categories.Get(category).IsSensitive;
        var words = turn.Conversation.IsInDanger ? answer.Text : Words(turn, answer);
        var (isAsking, shown) = (turn.Conversation.IsInDanger, IsFresh(turn.Conversation, turn.Context.Now) ? running?.DangerKind : null);
        var isUncalled = news.ForbidsCalls(words);
        var before = running?.DangerKind;
        var cry = new Cry(words, heard.Danger, isSensitive, places.AreaOf(words), isUncalled ? turn.Phrases.Get(PhraseBook.Fallback, "emergency.uncalled") : null);
        var alarm = (await raise.DoAsync(turn.Conversation, cry, turn.Context.By, cancellationToken)).Value;
        var danger = alarm.DangerKind ?? heard.Danger;
        if (turn.Conversation.Danger != Danger.Unsafe || danger == DangerKind.Self || (heard.IsDangerNamed && danger != before))
        {
            turn.SayApart(Told(turn, alarm, danger, shown == danger));
            DangerReplies.NoteNumbers(turn);
            if (news.AidOf(words, danger) == DangerNewsReader.Poison && replies.Aid(turn, DangerNewsReader.Poison) is { } aid)
            {
                turn.SayApart(aid);
            }

            if (WorkAbroad.Of(turn, words) is { } abroad)
            {
                turn.SayApart(abroad);
            }
        }

        if (turn.Conversation.WithOfficer || isAsking)
        {
            return false;
        }

        var sentNow = await question.SendReadyAsync(turn, answer.Text, cancellationToken);
        question.Begin(turn, alarm, answer, sentNow ?? complaintId, isMarked || sentNow is not null, isUncalled);
        return true;
    }

    /// <returns>Null where it is no emergency.</returns>
    private async Task<Understood?> HeardAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var heard = understander.Understand(answer.Text);
        // Whoever wanted to die and takes it up again is spoken to before they are told what to do.
        return await EndedAsync(turn, cancellationToken) is { DangerKind: DangerKind.Self } && news.Grows(answer.Text, DangerKind.Self) ? heard with { Urgency = Urgency.Emergency, Danger = DangerKind.Self }
            : heard.Urgency == Urgency.Emergency && !IsAtPlainQuestion(turn, answer, heard) && !IsDenied(answer, heard) && !IsAnswer(turn, answer, heard) && !IsFearOfBeingKnown(turn, answer, heard) ? heard
            : await EndedAsync(turn, cancellationToken) is { DangerKind: { } danger } && news.Grows(answer.Text, danger) ? heard with { Urgency = Urgency.Emergency, Danger = danger }
            : null;
    }

    /// <returns>The alarm that the person has just said is over; null where there is none.</returns>
    private async Task<Talk?> EndedAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Conversation is { Danger: Danger.Safe, WithOfficer: false } && await talks.RunningAsync(turn.Conversation.Id, cancellationToken) is { } talk
            && talk.DangerAt + Over > turn.Context.Now ? talk : null;

    /// <summary>With what was written before in the same story, which the alarm needs where the chat may not be kept.</summary>
    private static string Words(Turn turn, Answer answer)
    {
        var pieces = turn.Collected()?.Texts ?? [];
        return turn.Context.Activity.Type == ActivityTypes.Event ? answer.Text : string.Join('\n', pieces.Append(answer.Text));
    }

    /// <summary>All that fit the danger, or only the first where they stand a little above.</summary>
    private string Told(Turn turn, Talk alarm, DangerKind danger, bool isShown) => isShown && office.FirstLine(danger) is { } number
        ? turn.Phrase(danger == DangerKind.Self ? "emergency.again.self" : "emergency.again", ("number", number))
        : $"{office.Hotlines(turn, danger)}\n\n{Told(turn, alarm, danger)}";

    /// <summary>That somebody is being told is said only where there is somebody.</summary>
    private string Told(Turn turn, Talk alarm, DangerKind danger) =>
        turn.Conversation.WithOfficer || alarm.UnreachedToldAt is null || office.FirstLine(danger) is not { } number ? turn.Phrase("emergency.called")
        : turn.Phrase(office.IsOpen(turn) ? "emergency.nobody.open" : "emergency.nobody.closed", ("number", number));

    private bool IsTakenBack(Turn turn, Answer answer) =>
        turn.Conversation.Danger is not null && news.Of(answer.Text) is (DangerNews.Over or DangerNews.None);

    /// <summary>"ya buat saya, istri saya mah …": words that answer the question at hand are no alarm where no word of danger stands in them.</summary>
    private bool IsAnswer(Turn turn, Answer answer, Understood heard) => !heard.IsDangerNamed && !turn.Conversation.IsInDanger
        && dialogs.Of(turn).BesideAnswer(turn, answer) is { } beside
        && understander.Understand(beside).Urgency != Urgency.Emergency;

    /// <summary>"mamat sutisna, nomer saya yg ini": where names, places and numbers are asked for, only a word of danger is one.</summary>
    private bool IsAtPlainQuestion(Turn turn, Answer answer, Understood heard) => !turn.Conversation.IsInDanger
        && turn.Conversation is { Dialog: ComplaintDialog.DialogName, Step: { } step } && PlainQuestions.Contains(step) && dialogs.Of(turn).Expects(turn)
        && (!heard.IsDangerNamed || (NameOrPlace(answer.Text) is { } rest && understander.Understand(rest) is not { Urgency: Urgency.Emergency, IsDangerNamed: true }));

    /// <summary>"Kp. Longsor rt 2", "Pak Bakar 0812…": a short answer in which the word of danger follows what names and places begin with.</summary>
    /// <returns>What is said beside it; null where nothing in it is called so.</returns>
    private string? NameOrPlace(string text)
    {
        var said = forms.Hear(text);
        if (said.Count > MostWordsOfAName)
        {
            return null;
        }

        var begin = Enumerable.Range(0, said.Count - 1).FirstOrDefault(i => (_hamlet.LengthAt(said, i) > 0 || _titles.LengthAt(said, i) > 0) && _names.LengthAt(said, i + 1) > 0, -1);
        return begin < 0 ? null : $"{said.Part(0, begin)} {string.Join(' ', Enumerable.Range(begin + 2, said.Count - begin - 2).Where(i => said.Words[i] != said.Words[begin + 1]).Select(i => said.Typed[i]))}";
    }

    /// <summary>"lain darurat ieu mah pak": said to be none, and no word of danger stands beside. That nobody is hurt denies nothing yet.</summary>
    private bool IsDenied(Answer answer, Understood heard) => heard.Danger != DangerKind.Self && news.Of(answer.Text, DangerKind.Self) == DangerNews.None;

    /// <summary>"saya takut dia tau saya lapor": that somebody learns of it is feared, and no word of danger stands beside.</summary>
    private bool IsFearOfBeingKnown(Turn turn, Answer answer, Understood heard) =>
        !heard.IsDangerNamed && !turn.Conversation.IsInDanger && fear.IsOfBeingKnown(forms.Hear(answer.Text));

    /// <summary>Also where it was taken for an option: "suami saya mukul lagi" begins like "suami", the family.</summary>
    private static bool IsSaid(Turn turn, Answer answer) => answer.IsText
        || (turn.Context.Activity.ReadPress() is null && answer.Text.Count(c => c == ' ') >= SpacesOfASentence);

    /// <summary>
    /// By the officer who has the chat, or by who asked whether it is safe, unless it is another danger than the one that is
    /// known. Whoever went on after an alarm is heard anew: nobody else is listening for it.
    /// </summary>
    private static bool IsHeardElsewhere(Turn turn, Talk? running, Understood heard)
    {
        var conversation = turn.Conversation;
        var isFresh = IsFresh(conversation, turn.Context.Now);
        return conversation.WithOfficer ? isFresh
            : conversation.IsInDanger && (isFresh || conversation.Danger == Danger.Unsafe)
                && (heard.Danger == DangerKind.General || heard.Danger == running?.DangerKind);
    }

    /// <summary>Who took back one alarm may be in danger a minute later.</summary>
    private static bool IsFresh(Conversation conversation, DateTime now) =>
        conversation.Danger != Danger.FalseAlarm && conversation.DangerAt + Again > now;
}
