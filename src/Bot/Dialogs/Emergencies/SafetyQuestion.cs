using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Dangers;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// The question that an emergency leaves open, after where and who: is it safe to go on here? The question before it, and the
/// words that nobody has taken, lie with the conversation until then.
/// </summary>
public sealed class SafetyQuestion(
    DialogCatalogue dialogs, AlarmQuestions questions, AnswerReader reader, Func<ComplaintDialog> complaint, IListeners listeners, Addenda addenda, KeptFiles files,
    AnswerAlarm act, TakeBackDanger takeBack, NewTalk talks, AfterDespair after)
{
    public const string Yes = "safe.yes";
    public const string No = "safe.no";
    public const string FalseAlarm = "safe.false_alarm";
    public const string Back = "safe.back";
    internal const string Path = "emergency/safe";

    /// <summary>Stops what is under way.</summary>
    /// <param name="alarm">As it was raised.</param>
    /// <param name="answer">The words that did it; a part of the story that was being told.</param>
    /// <param name="complaintId">The lodged complaint that they are for; null where that is not known.</param>
    /// <param name="isMarked">It became an emergency by them.</param>
    /// <param name="isUncalled">Nobody is to telephone there.</param>
    public void Begin(Turn turn, Talk alarm, Answer answer, Guid? complaintId, bool isMarked, bool isUncalled)
    {
        var words = turn.Collected() ?? new Collected();
        var isCorrection = turn.Context.Activity.Type == ActivityTypes.MessageUpdate;
        // What was changed lies with its complaint already.
        if (turn.Context.Activity.Type == ActivityTypes.Message || (isCorrection && complaintId is null))
        {
            words.Texts.Add(answer.Text);
            words.Numbers.AddRange(answer.Numbers);
            words.Messages.Add(turn.Context.Message.Id);
            words.ReplyTo ??= answer.ReplyTo;
        }

        Hold(turn, words);
        var held = turn.Held()!;
        turn.StoreHeld(held with { ComplaintId = complaintId, IsMarked = isMarked, IsCorrection = isCorrection, Raised = held.Words.Texts.Count, IsUncalled = isUncalled });
        HoldFiles(turn);
        questions.Begin(turn, alarm);
    }

    /// <param name="alarm">Whoever wants to die is asked about themselves, not about their message.</param>
    public static void Ask(Turn turn, Talk? alarm) => turn.Show(Path, turn.Question(alarm?.DangerKind == DangerKind.Self ? "safe.self" : "safe").With(
        alarm?.DangerKind == DangerKind.Self ? new Option(Yes, turn.Phrase("emergency.self.safe"), ChoiceStyle.Success) : turn.Option(Yes, ChoiceStyle.Success),
        turn.Option(No, ChoiceStyle.Danger), turn.Option(FalseAlarm)) with
    { TakesWords = true });

    /// <summary>Nothing more is said here, but for how to come back.</summary>
    /// <param name="before">What must be said all the same.</param>
    public static void BeQuiet(Turn turn, string phrase, string? before = null) => turn.Show(
        Path, new Prompt(before is null ? turn.Phrase(phrase) : $"{before}\n\n{turn.Phrase(phrase)}") { Unshown = [turn.Option(Back)], TakesWords = true, Silent = true });

    /// <summary>Adds to what is kept.</summary>
    public static void Hold(Turn turn, Collected words)
    {
        var held = turn.Held() ?? new Held(turn.Open, new Collected());
        held.Add(words);
        turn.StoreHeld(held);
        turn.StoreCollected(null);
        turn.Conversation.CollectUntil = null;
    }

    /// <summary>What came now and belongs to nothing yet is kept with the words.</summary>
    public static void HoldFiles(Turn turn)
    {
        var loose = turn.Context.Files.Where(f => f is { State: not FileState.Refused, ComplaintId: null, DraftId: null }).Select(f => f.Id).ToList();
        if (loose.Count > 0 && turn.Held() is { } held)
        {
            turn.StoreHeld(held with { Files = [.. held.Files, .. loose] });
        }
    }

    /// <summary>"dia mukul lagi, kirim!" at the summary: the report that is ready goes out as an emergency, and the alarm goes on.</summary>
    /// <param name="text">What was written in the alarm, or raised it.</param>
    /// <returns>The complaint; null where none was ready, or these words do not send it.</returns>
    public async Task<Guid?> SendReadyAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (turn.Conversation is not { Dialog: ComplaintDialog.DialogName, Step: ReviewStep.StepName } || !Assent.Speaks(turn, text, Assent.Sends))
        {
            return null;
        }

        ComplaintDialog.MarkUrgent(turn);
        await complaint().TakeAsync(turn, new Answer { Choice = ReviewStep.Send }, cancellationToken);
        return ComplaintDialog.JustSent(turn);
    }

    /// <summary>On with the very question that was open, and with the words that it had not heard.</summary>
    /// <param name="isPast">Nothing of it is left: what nobody asked for is not begun.</param>
    /// <param name="isAskedFor">The person wants to go on with the form.</param>
    public async Task ReleaseAsync(Turn turn, Danger answer, CancellationToken cancellationToken, bool isPast = false, bool isAskedFor = false)
    {
        await act.DoAsync(turn.Conversation, answer, turn.Context.By, cancellationToken);
        turn.IsUrgent = answer == Danger.Safe;
        if (answer == Danger.Safe && !isAskedFor && await talks.RunningAsync(turn.Conversation.Id, cancellationToken) is { DangerKind: DangerKind.Self })
        {
            await StayAsync(turn, turn.Held() ?? new Held(OpenPrompt.None, new Collected()), cancellationToken);
            return;
        }

        turn.Add(turn.Phrase(answer == Danger.FalseAlarm ? "emergency.false_alarm" : isPast ? "emergency.over" : "emergency.go_on"));
        var held = turn.Held() ?? new Held(OpenPrompt.None, new Collected());
        var words = answer == Danger.FalseAlarm ? Unalarmed(held) : held.AsAnswer();
        turn.Context.Pieces = held.Words.Messages;
        turn.Reopen(held.Open);
        turn.StoreHeld(null);
        if (answer == Danger.FalseAlarm && held is { IsMarked: true, ComplaintId: { } marked })
        {
            await takeBack.DoAsync(marked, turn.Context.By, cancellationToken);
        }

        var dialog = dialogs.Of(turn);
        if (answer == Danger.Safe && turn.Conversation.Dialog == ComplaintDialog.DialogName && dialog.Expects(turn))
        {
            complaint().KeepTold(turn, held);
        }

        if (words.Text.Length == 0 || (answer == Danger.FalseAlarm && held.IsCorrection))
        {
            Return(turn, dialog);
        }
        else if (answer == Danger.Safe && !dialog.Expects(turn) && held.ComplaintId is { } complaintId
            && await addenda.JoinAsync(turn, complaintId, turn.Sent(words), cancellationToken) is { } told)
        {
            turn.Add(told);
        }
        else if (isPast && !dialog.Expects(turn))
        {
            OfferReport(turn, dialog, words, held);
        }
        else if (answer == Danger.FalseAlarm || (dialog.Collects(turn, words.Text) && (held.ComplaintId is not null || Telling.IsStory(words.Text))))
        {
            var isNew = turn.Conversation.Dialog != ComplaintDialog.DialogName || !dialog.Expects(turn);
            turn.Add(isNew && answer == Danger.Safe ? complaint().SayTold(turn, held) : null);
            await listeners.TakeWordsAsync(turn, answer == Danger.FalseAlarm ? reader.Again(words, turn.Open) : words, cancellationToken);
            if (isNew && answer == Danger.Safe)
            {
                complaint().FillBegun(turn, held);
            }
        }
        else if (dialog.Expects(turn))
        {
            ComplaintDialog.KeepUrgent(turn, words);
            Return(turn, dialog);
        }
        else
        {
            turn.Add(turn.Phrase("kept.story"));
            turn.Add(complaint().SayTold(turn, held));
            var draft = ComplaintDialog.Urgent(words);
            complaint().Fill(draft, held);
            await complaint().BeginAsync(turn, words, cancellationToken, draft);
        }

        if (answer == Danger.FalseAlarm)
        {
            ComplaintDialog.MarkFalseAlarm(turn);
        }

        if (held.IsUncalled)
        {
            ComplaintDialog.KeepUncalled(turn);
        }

        await KeepFilesAsync(turn, held, cancellationToken);
    }

    /// <summary>Whoever wanted to die is led into no form: what was said is kept for one, and somebody listens.</summary>
    private async Task StayAsync(Turn turn, Held held, CancellationToken cancellationToken)
    {
        var words = held.AsAnswer();
        turn.Context.Pieces = held.Words.Messages;
        turn.Reopen(held.Open);
        turn.StoreHeld(null);
        var dialog = dialogs.Of(turn);
        if (words.Text.Length > 0 && dialog.Expects(turn))
        {
            ComplaintDialog.KeepUrgent(turn, words);
        }
        else if (words.Text.Length > 0 && held.ComplaintId is { } complaintId && await addenda.JoinAsync(turn, complaintId, turn.Sent(words), cancellationToken) is { } told)
        {
            turn.Add(told);
        }
        else if (words.Text.Length > 0 && turn.Conversation.Dialog is null)
        {
            turn.Store(ComplaintDialog.Urgent(words));
        }

        complaint().FillBegun(turn, held);
        if (held.IsUncalled)
        {
            ComplaintDialog.KeepUncalled(turn);
        }

        after.Show(turn, "emergency.self.after");
        await KeepFilesAsync(turn, held, cancellationToken);
    }

    /// <summary>What was told in the alarm may need more than that it has passed: it is kept for a report, where one is wanted.</summary>
    private void OfferReport(Turn turn, Dialog dialog, Answer words, Held held)
    {
        if (turn.Conversation.Dialog is not null || !Telling.IsStory(words.Text) || !dialog.IsAtRest(turn))
        {
            dialogs.Return(turn);
            return;
        }

        MainMenu.ShowAfter(turn, turn.Phrase("emergency.over.report"));
        var draft = ComplaintDialog.Urgent(words);
        complaint().Fill(draft, held);
        turn.Store(draft);
    }

    /// <summary>The words that were misheard, and of what came after them what tells something: "naha ambulan?" answers no question of the form.</summary>
    private static Answer Unalarmed(Held held)
    {
        var texts = held.Words.Texts;
        return held.AsAnswer() with { Text = string.Join('\n', texts.Where((text, i) => i < held.Raised || Telling.IsStory(text))) };
    }

    /// <summary>They go where the words went.</summary>
    private async Task KeepFilesAsync(Turn turn, Held held, CancellationToken cancellationToken)
    {
        if (held.Files.Count == 0)
        {
            return;
        }

        var kept = turn.Kept();
        if (kept.Messages.Intersect(held.Words.Messages).Any())
        {
            turn.StoreKept(kept with { Files = [.. kept.Files.Union(held.Files)] });
        }
        else
        {
            ComplaintDialog.KeepFiles(
                turn, await files.OfAsync(turn.Conversation.Id, new KeptMessages { Files = held.Files }, cancellationToken));
        }
    }

    private void Return(Turn turn, Dialog dialog)
    {
        if (dialog.Expects(turn))
        {
            dialog.Show(turn);
        }
        else
        {
            dialogs.Return(turn);
        }
    }
}
