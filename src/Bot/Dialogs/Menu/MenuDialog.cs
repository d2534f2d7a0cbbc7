using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Dialogs.FieldForms;
using SlrtBot.Bot.Dialogs.Programmes;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Language;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Menu;

/// <summary>
/// Where a chat stands when nothing is under way. Whoever starts to tell a story here is in the middle of one; a few words that
/// may begin one are kept for it.
/// </summary>
[StoredAs(DialogName)]
[Unguarded("it shows what can be done, and begins something new")]
public sealed class MenuDialog(SmallTalk talk, Func<ComplaintDialog> complaint, ProgrammeQuestions questions, FieldFormFiller fieldForms, AdditionOffer additions,
    StoryGuess guess, Explanations explanations, SpokenForms forms, Addenda addenda, HomeElsewhere home, AreaCatalogue areas,
    GlobalWordListener words, Fear fear, OnlyAsks asks, OfficeQuestions offices, EligibilityQuestions eligible, RequirementQuestions requirements) : Dialog
{
    private const string DialogName = MainMenu.DialogName;

    /// <summary>Somebody said that they will ask something.</summary>
    private const string Asking = $"{DialogName}/ask";
    private const int FewestWordsOfAPiece = 2;
    private const int MostWordsOfName = 2;
    private readonly PhraseForms _where = forms.Of("answer.where_to");
    private readonly PhraseForms _own = forms.Of("answer.own");
    private readonly PhraseForms _report = forms.Of($"words.{Words.Report}");

    public override string Name => DialogName;

    public override bool IsAtRest(Turn turn) => true;

    public override bool Collects(Turn turn, string text) => TextFolding.Fold(text) is { Length: > 0 } folded && !talk.IsGreeting(folded) && !talk.IsThanks(folded);

    /// <summary>A bare number is a try to look somebody up: it is told why that does not work.</summary>
    public override bool AsksForNumber(Turn turn, string text) => !text.Any(char.IsLetter);

    public override string Path(Turn turn) => DialogName;

    public override void Show(Turn turn) => MainMenu.Begin(turn);

    public override void ShowPuzzled(Turn turn, string? because) => turn.Show(DialogName, Reprompt.Of(turn, MainMenu.Question(turn), because));

    public override string? Help(Turn turn) => null;

    public override void Back(Turn turn) => MainMenu.Begin(turn);

    public override int Answered(Turn turn) => 0;

    public override async Task<bool> TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var folded = TextFolding.Fold(answer.Text);
        // Whoever goes on after an alarm has been spoken to, and is not greeted.
        var isNew = turn.Conversation.Prompt is null && turn.Conversation.Danger != Danger.Safe;
        if (talk.IsThanks(folded))
        {
            turn.Add(turn.Phrase("thanks"));
            MainMenu.Begin(turn);
        }
        else if (!isNew && answer is { IsText: true, Files.Count: 0 } && talk.IsNod(answer.Text))
        {
            MainMenu.ShowAfter(turn, turn.Phrase("nod"), turn.IsLocked ? null : complaint().Reassurance(turn));
        }
        else if (AskedIn(turn, answer) is { } asked)
        {
            await AnswerAsync(turn, asked, isNew, cancellationToken);
        }
        else if (answer.IsText && await fieldForms.TryBeginAsync(turn, answer, cancellationToken))
        {
            return true;
        }
        else if (answer is { IsText: true, Files.Count: 0, IsForwarded: false } && ScamWarning.Next(turn, answer.Text, HeardBefore(turn)) is { } first)
        {
            MainMenu.ShowAfter(turn, first, turn.Phrase("menu.heard.report"));
        }
        else if (answer is { IsText: true, Files.Count: 0, IsForwarded: false } && !turn.IsLocked && ScamWarning.NextAfterSending(turn, answer.Text) is { } bankFirst)
        {
            MainMenu.ShowAfter(turn, bankFirst);
        }
        else if (answer is { IsText: true, IsForwarded: false } && ScamWarning.Given(turn, answer.Text) is not null && await additions.TryTakeAsync(turn, answer, cancellationToken))
        {
            return true;
        }
        else if (ScamWarning.OfLure(turn, answer) is { } warning)
        {
            turn.Add(warning);
            turn.Add(answer.IsForwarded ? turn.Phrase("not_kept.forwarded") : null);
            if (!answer.IsForwarded && ScamWarning.Given(turn, answer.Text) is not null && turn.Conversation is { Dialog: null })
            {
                turn.Store(new ComplaintDraft { Story = ComplaintDialog.AfterWordsBefore(turn, answer).Text });
            }

            turn.Show(DialogName, MainMenu.Question(turn));
        }
        else if (answer.IsForwarded && Telling.IsStory(answer.Text))
        {
            turn.Add(turn.Phrase("not_kept.forwarded"));
            turn.Show(DialogName, MainMenu.Question(turn));
        }
        else if (answer is { IsText: true, Files.Count: 0 } && !turn.IsLocked && SpokenConsent.IsYes(turn, answer.Text) && await addenda.WaitForConsentAsync(turn, cancellationToken)
            && await words.TryTakeAsync(turn, answer with { Word = Words.Agreed }, cancellationToken))
        {
            return true;
        }
        else if (answer.IsText && WhereElse(turn, answer.Text) is { } elsewhere)
        {
            turn.Show(DialogName, MainMenu.Question(turn) with { Text = elsewhere });
        }
        else if (answer.IsText && offices.Answer(turn, answer.Text) is { } office)
        {
            MainMenu.ShowAfter(turn, office);
        }
        else if (answer.IsText && answer.Files.Count == 0 && await eligible.TryAnswerAsync(turn, answer.Text, cancellationToken))
        {
            return true;
        }
        else if (answer is { IsText: true, Files.Count: 0, IsForwarded: false } && await requirements.AnswerAsync(turn, answer.Text, HeardBefore(turn), cancellationToken) is { } required)
        {
            MainMenu.ShowAfter(turn, required);
            KeepHeard(turn, answer);
        }
        else if (answer.IsText && await AfterSendingAsync(turn, answer.Text, cancellationToken) is { } standing)
        {
            MainMenu.ShowAfter(turn, standing);
        }
        else if (answer is { IsText: true, Files.Count: 0, IsForwarded: false } && fear.Speaks(forms.Hear(answer.Text)) && !guess.NamesTrouble(answer.Text))
        {
            Soothe(turn, answer);
        }
        else if (answer.IsText && explanations.Answer(turn, DialogName, answer.Text, guess.NamesTrouble(answer.Text)) is { } explained)
        {
            turn.Add(explained);
            turn.Show(DialogName, MainMenu.Question(turn));
        }
        else if (answer.IsText && answer.Files.Count == 0 && await questions.TryAnswerAsync(turn, answer.Text, cancellationToken))
        {
            KeepForStory(turn, answer.Text);
            return true;
        }
        else if (!talk.IsGreeting(folded) && await additions.TryTakeAsync(turn, answer, cancellationToken))
        {
            return true;
        }
        else if (!talk.IsGreeting(folded))
        {
            await TakeStoryAsync(turn, ComplaintDialog.AfterWordsBefore(turn, answer), isNew, cancellationToken);
        }
        else
        {
            MainMenu.Welcome(turn);
        }

        return true;
    }

    /// <summary>"sieun ka rt lamun lapor": what protects is said, and the words are a beginning of the story.</summary>
    private void Soothe(Turn turn, Answer answer)
    {
        MainMenu.ShowAfter(turn, fear.Answer(turn, turn.Conversation is { Dialog: null } ? new ComplaintDraft() : null, forms.Hear(answer.Text)));
        KeepHeard(turn, answer);
    }

    private static void KeepHeard(Turn turn, Answer answer)
    {
        if (turn.Conversation is { Dialog: null })
        {
            turn.Store(new ComplaintDraft { Story = ComplaintDialog.AfterWordsBefore(turn, answer).Text });
        }
    }

    /// <returns>What is only asked, empty where it is still to come; null where it is no such thing, or may be a trouble.</returns>
    private string? AskedIn(Turn turn, Answer answer)
    {
        if (answer is not { IsText: true, IsForwarded: false, Files.Count: 0 })
        {
            return null;
        }

        var heard = HeardBefore(turn);
        var question = asks.QuestionIn(answer.Text);
        return asks.Speaks(answer.Text) && question is not null ? question.Length == 0 ? heard : question
            : question is { Length: 0 } ? ""
            : question is not null && forms.Hear(question) is var said && explanations.IsQuestion(said) && !_own.AreIn(said) && !guess.NamesTrouble(question) ? question
            : turn.Open.Step == Asking && explanations.IsQuestion(forms.Hear(answer.Text)) ? answer.Text
            : null;
    }

    private static string HeardBefore(Turn turn) => turn.Conversation is { Dialog: null, Draft: not null } ? turn.Draft<ComplaintDraft>().Story : "";

    /// <summary>An answer, and the door stays open: what was asked is kept for a report, where one follows.</summary>
    private async Task AnswerAsync(Turn turn, string question, bool isNew, CancellationToken cancellationToken)
    {
        turn.Add(isNew ? turn.Phrase("welcome.short") : null);
        if (question.Length == 0)
        {
            turn.Show(Asking, MainMenu.Question(turn) with { Text = turn.Phrase("menu.ask") });
            return;
        }

        if (await AfterSendingAsync(turn, question, cancellationToken) is { } standing)
        {
            MainMenu.ShowAfter(turn, standing);
        }
        else if (explanations.Answer(turn, DialogName, question, namesTrouble: false) is { } explained)
        {
            MainMenu.ShowAfter(turn, explained);
        }
        else if (!await questions.TryAnswerAsync(turn, question, cancellationToken, isAsked: true))
        {
            turn.Show(Asking, MainMenu.Question(turn) with { Text = turn.Phrase("menu.ask.unknown") });
        }

        if (turn.Conversation is { Dialog: null })
        {
            turn.Store(new ComplaintDraft { Story = question });
        }
    }

    /// <summary>"kapan dibalas", "saya harus datang ga": asked by whoever waits for an answer, which has its day.</summary>
    private async Task<string?> AfterSendingAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        !turn.IsLocked && explanations.AnswerAfterSending(turn, text, guess.NamesTrouble(text), "", default) is not null
            && (await addenda.UnderWayAsync(turn, cancellationToken)).Find(c => c is { StatusType: StatusType.Open, IsOverdue: false }) is { } waiting
            ? explanations.AnswerAfterSending(turn, text, guess.NamesTrouble(text), waiting.Reference, waiting.PromiseOn)
            : null;

    private async Task TakeStoryAsync(Turn turn, Answer answer, bool isNew, CancellationToken cancellationToken)
    {
        if (IsFromOutside(turn, answer) is { } outside)
        {
            turn.Add(isNew ? turn.Phrase("welcome.short") : null);
            turn.Show(DialogName, MainMenu.Question(turn) with
            {
                Text = turn.Phrase("menu.outside", ("place", AreaTitle.Of(outside)), ("home", AreaTitle.Of(areas.Get(areas.HomeRegency)))),
            });
            turn.Store(new ComplaintDraft { Story = answer.Text, OutsideIsTold = true });
        }
        else if (answer.Files.Count > 0 || answer.Place is not null || (Telling.IsStory(answer.Text) && !guess.IsTalk(answer.Text)))
        {
            turn.Add(isNew ? turn.Phrase("welcome.short") : null);
            await complaint().BeginAsync(turn, answer, cancellationToken);
        }
        else if (answer.IsText && (guess.NamesTrouble(answer.Text) || WantsToReport(answer.Text)))
        {
            turn.Add(isNew ? turn.Phrase("welcome.short") : null);
            turn.Add(StoryStep.Kept(turn, answer.Text));
            await complaint().BeginAsync(turn, answer, cancellationToken, new ComplaintDraft { Story = answer.Text });
        }
        else if (answer.IsText && MayBeginStory(turn, answer.Text))
        {
            turn.Add(isNew ? turn.Phrase("welcome.short") : null);
            turn.Show(DialogName, MainMenu.Question(turn) with { Text = turn.Phrase("menu.heard") });
            turn.Store(new ComplaintDraft { Story = answer.Text });
        }
        else if (isNew)
        {
            MainMenu.Welcome(turn);
        }
        else
        {
            ShowPuzzled(turn, NotKept.NotNeeded(turn, answer));
        }
    }

    /// <summary>"kemana dong pak" from whoever was told that their place is not served.</summary>
    private string? WhereElse(Turn turn, string text) => turn.Conversation is { Dialog: null, Draft: not null } && turn.Draft<ComplaintDraft>() is { OutsideIsTold: true } heard
        && _where.AreIn(forms.Hear(text)) && home.In(heard.Story) is { } outside ? turn.Phrase("menu.outside.where", ("place", AreaTitle.Of(outside))) : null;

    /// <summary>Whoever tells of a place that is not served hears so before anything is asked; once.</summary>
    private Area? IsFromOutside(Turn turn, Answer answer) => answer is { IsText: true, IsForwarded: false, Files.Count: 0 }
        && !(turn.Conversation is { Dialog: null, Draft: not null } && turn.Draft<ComplaintDraft>().OutsideIsTold) ? home.In(answer.Text) : null;

    /// <summary>"mau lapor bansos": the word that begins a complaint, and what it is about.</summary>
    private bool WantsToReport(string text) => _report.LengthAt(forms.Hear(text), 0) > 0;

    /// <summary>"kis", and then "ditolak": the page was shown, and the word may have begun a story all the same.</summary>
    private static void KeepForStory(Turn turn, string text)
    {
        if (text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfName && !text.Contains('?', StringComparison.Ordinal) && turn.Conversation is { Dialog: null })
        {
            turn.Store(new ComplaintDraft { Story = text });
        }
    }

    /// <summary>A word of every day that stands alone, or follows what was heard: "ditolak".</summary>
    private static bool IsPiece(string text) => EverydayWords.Contains(TextFolding.Fold(text));

    /// <summary>"cucunya nenek onih", and the rest follows; words about the conversation begin nothing.</summary>
    private bool MayBeginStory(Turn turn, string text) =>
        (IsPiece(text) || text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) >= FewestWordsOfAPiece)
        && !guess.IsTalk(text) && turn.Conversation.Misunderstood == 0;
}
