using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Programmes;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>The six visible steps from "I have a problem" to a number and a promise.</summary>
[StoredAs(DialogName)]
[Unguarded("a new complaint needs no PIN; of those before it shows nothing while the chat is locked")]
public sealed partial class ComplaintDialog(
    AreaCatalogue areas, LodgeComplaint lodge, AnswerForOther forOther, ComplaintQueries complaints, ForgetDraft forget, KeepAlarm alarms,
    KnownContacts contacts, OfficeCard office, ReviewText review, StoryGuess guess, StoryUrgency urgency, StaffChats staff,
    AsideReader asides, Remarks remarks, ForWhomReader forWhom, SaidName names, Rephrasing rephrasing, NotThere notThere, ForbiddenCalls calls, HomeElsewhere home, OnlyAsks asks,
    EligibilityQuestions eligible, RequirementQuestions requirements)
    : StepwiseDialog<ComplaintDraft>
{
    public const string DialogName = "complaint";

    /// <summary>From one chat; who works here lodges for many families.</summary>
    private const int MostPerDay = 5;
    private const int MostNumbers = 20;

    /// <summary>For whom it is was said in this very turn, so that its step need not be named besides.</summary>
    private bool _isSubjectTold;

    public override string Name => DialogName;

    protected override IReadOnlyList<Step<ComplaintDraft>> Steps { get; } =
    [
        new ConsentStep(forget, alarms, office, guess, asks),
        new SubjectStep(forWhom),
        new SubjectNameStep(names),
        new GroupStep(guess),
        new TopicStep(guess),
        new CategoryStep(guess),
        new OfficialStep(),
        new OfficialNameStep(names),
        new StoryStep(),
        new KindStep(guess),
        new VillageStep(areas, rephrasing, notThere),
        new PhotosStep(),
        new NameStep(names, calls),
        new PhoneStep(),
        new NationalIdStep(areas, guess.Categories),
        new DomicileStep(areas),
        new ReviewStep(lodge, review, guess, urgency, calls, forWhom),
        new ReceiptStep(new ForOtherQuestion(forOther), office),
    ];

    public override bool IsAtRest(Turn turn) => turn.Conversation.Step == ReceiptStep.StepName;

    public override string? Reassurance(Turn turn) => JustSent(turn) is not null
        ? turn.Phrase("sent.rest", ("reference", turn.Draft<ComplaintDraft>().Receipt!.Reference))
        : null;

    public override string? BesideAnswer(Turn turn, Answer answer)
    {
        var step = turn.Conversation.Step ?? "";
        if (step == ReceiptStep.StepName)
        {
            return turn.Draft<ComplaintDraft>().Receipt?.Question == ForOtherQuestion.Consent && SpokenConsent.Answers(turn, answer.Text) ? "" : null;
        }

        return remarks.PartsOf(turn, step, answer).FirstOrDefault(part => part.IsSure) is { } sure ? sure.Beside
            : step is NameStep.StepName or SubjectNameStep.StepName or OfficialNameStep.StepName && names.ReadWithPhone(answer.Text) is { Name: not null } said ? said.Beside
            : null;
    }

    public override bool AsksForNumber(Turn turn, string text) =>
        turn.Conversation.Step == NationalIdStep.StepName || (IsAtRest(turn) && !text.Any(char.IsLetter));

    /// <summary>What it is about is known already: aid was cut, or money asked for.</summary>
    public Task BeginAboutExtortionAsync(Turn turn, CancellationToken cancellationToken) =>
        BeginAsync(turn, null, cancellationToken, new ComplaintDraft { Group = ComplaintCategory.Extortion.Group, Category = ComplaintCategory.Extortion.Code });

    /// <param name="first">What was sent before anything was asked: a story, a photo.</param>
    /// <param name="filled">What was read from it already, where it was a form.</param>
    public async Task BeginAsync(Turn turn, Answer? first, CancellationToken cancellationToken, ComplaintDraft? filled = null)
    {
        var sent = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        if (sent.Count(c => c.LodgedAt > turn.Context.Now.AddDays(-1)) >= MostPerDay
            && await staff.OfAsync(turn.Conversation.Id, cancellationToken) is null)
        {
            turn.Add($"{turn.Phrase("too_many")}\n{office.Address(turn)}");
            Leave(turn);
            return;
        }

        turn.Conversation.DraftId = SequentialId.Next(turn.Context.Now);
        var draft = filled ?? (first is null ? Heard(turn) : null) ?? new ComplaintDraft();
        // Whoever holds a locked phone is shown nothing of those who wrote before.
        var known = turn.IsLocked ? null : contacts.Of(sent, turn.Conversation.Id);
        (draft.KnownName, draft.KnownPhone) = (known?.Name, known?.Phone);
        if (first is not null)
        {
            KeepNumbers(turn, draft, first);
            turn.Add(filled is null ? EarlyMaterial.KeepFirst(turn, draft, first) : null);
        }

        Begin(turn, draft);
    }

    /// <summary>The telephone is shared: whoever wrote from it before is not proposed, nor where they live.</summary>
    public async Task BeginForAnotherAsync(Turn turn, string said, Answer? first, CancellationToken cancellationToken)
    {
        turn.Conversation.VillageCode = null;
        var filled = first is null ? new ComplaintDraft() : null;
        if (filled is not null)
        {
            forWhom.Said(said, isAnswer: false)?.StoreIn(filled);
        }

        await BeginAsync(turn, first, cancellationToken, filled);
        if (turn.Conversation.Dialog == DialogName)
        {
            var draft = turn.Draft<ComplaintDraft>();
            (draft.KnownName, draft.KnownPhone) = (null, null);
            turn.Store(draft);
        }
    }

    /// <summary>The same, after the few words that came before it and were no story by themselves.</summary>
    public static Answer AfterWordsBefore(Turn turn, Answer answer) =>
        answer.IsText && Heard(turn) is { Story.Length: > 0 } before ? answer with { Text = $"{before.Story}\n{answer.Text}" } : answer;

    /// <summary>The complaint that was sent last, while nothing else has been begun.</summary>
    public static Guid? JustSent(Turn turn) =>
        turn.Conversation is { Dialog: DialogName, Step: ReceiptStep.StepName } ? turn.Draft<ComplaintDraft>().Receipt?.ComplaintId : null;

    /// <summary>Words of an emergency were heard: staff see the complaint before others.</summary>
    public static void MarkUrgent(Turn turn)
    {
        var draft = turn.Draft<ComplaintDraft>();
        draft.Urgency = Urgency.Emergency;
        draft.SaidUrgency = null;
        turn.Store(draft);
    }

    /// <summary>Words of an emergency were none: they are not proposed as one.</summary>
    public static void MarkFalseAlarm(Turn turn)
    {
        if (turn.Conversation.Dialog == DialogName)
        {
            var draft = turn.Draft<ComplaintDraft>();
            draft.IsFalseAlarm = true;
            turn.Store(draft);
        }
    }

    /// <summary>Words of an emergency came between two questions: they belong to the story of what is under way.</summary>
    public static void KeepUrgent(Turn turn, Answer words)
    {
        if (turn.Conversation.Dialog != DialogName)
        {
            return;
        }

        MarkUrgent(turn);
        var draft = turn.Draft<ComplaintDraft>();
        StoryStep.Add(draft, words.Text);
        KeepNumbers(turn, draft, words);
        turn.Store(draft);
        turn.Add(turn.Phrase("kept.story"));
    }

    /// <summary>What came with words of an emergency, before the complaint was begun.</summary>
    /// <param name="files">Tracked.</param>
    public static void KeepFiles(Turn turn, IReadOnlyList<StoredFile> files)
    {
        if (turn.Conversation is not { Dialog: DialogName, Step: not ReceiptStep.StepName, DraftId: { } draftId })
        {
            return;
        }

        var draft = turn.Draft<ComplaintDraft>();
        foreach (var file in files)
        {
            file.DraftId = draftId;
        }

        draft.Voices += files.Count(f => f.Kind == FileKind.Voice);
        EarlyMaterial.Count(draft, files);
        turn.Store(draft);
    }

    /// <summary>A member of staff sits beside the person who writes.</summary>
    public static void KeepAssistant(Turn turn, Guid staffId)
    {
        if (turn.Conversation.Dialog == DialogName)
        {
            var draft = turn.Draft<ComplaintDraft>();
            draft.AssistedBy = staffId;
            turn.Store(draft);
        }
    }

    /// <summary>Nobody is to telephone there: the number is not asked for.</summary>
    public static void KeepUncalled(Turn turn)
    {
        if (turn.Conversation is { Dialog: DialogName, Step: not ReceiptStep.StepName })
        {
            var draft = turn.Draft<ComplaintDraft>();
            (draft.WithoutPhone, draft.IsUncalled) = (true, true);
            turn.Store(draft);
        }
    }

    /// <summary>What was sent is joined by the news that money is gone.</summary>
    public static void NoteMoneyGone(Turn turn)
    {
        if (JustSent(turn) is not null && turn.Draft<ComplaintDraft>() is { Receipt: { } receipt } draft)
        {
            draft.Receipt = receipt with { IsMoneyGone = true };
            turn.Store(draft);
        }
    }

    /// <summary>What a complaint begins with, where it begins with words of an emergency, however few.</summary>
    public static ComplaintDraft Urgent(Answer words) => new() { Story = words.Text, Urgency = Urgency.Emergency };

    protected override Next? Keep(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer)
    {
        if (step.Name == ReceiptStep.StepName)
        {
            return null;
        }

        KeepNumbers(turn, draft, answer);
        TellOutside(turn, draft, step, answer);
        NotePlace(turn, draft, step, answer);
        return EarlyMaterial.Keep(turn, draft, step.Name, answer) ?? asides.Take(turn, draft, step, answer);
    }

    /// <summary>
    /// What the story says beyond doubt is not asked: that it is about who writes, and the village. It is said, or named among the steps that
    /// are filled, and the summary shows it.
    /// </summary>
    protected override void Prepare(Turn turn, ComplaintDraft draft)
    {
        if (turn.Conversation.ConsentVersion != ConsentStep.Version || draft.Changing is not null || draft.Story.Length == 0 || draft.Receipt is not null)
        {
            return;
        }

        if (draft is { Subject: null, IsForSomebodyElse: false } && forWhom.SpeaksOfSelf(draft.Story))
        {
            _isSubjectTold = true;
            draft.Subject = Subject.Self;
            turn.Add(turn.Phrase("aside.noted", ("what", turn.Phrase("aside.what.subject", ("who", turn.Phrase($"for_whom.{ForWhom.Self}"))))));
        }

        if (draft is { IsUncalled: false, MayBeCalledAfterAll: false } && calls.AreIn(draft.Story))
        {
            (draft.IsUncalled, draft.WithoutPhone) = (true, draft.Phone is null && !turn.Forms.Of("answer.by_message").AreIn(turn.Forms.Hear(draft.Story)));
            turn.Add(turn.Phrase("aside.uncalled"));
        }

        TakePlace(turn, draft, draft.Story);
    }

    protected override IEnumerable<AnswerPart> Parts(Turn turn, Step<ComplaintDraft> step, Answer answer) => remarks.PartsOf(turn, step.Name, answer);

    protected override void TakeBeside(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, string text) => turn.Add(asides.TakeBeside(turn, draft, step.Name, text));

    protected override string? Unread(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step, Answer answer) =>
        step.Name == ReceiptStep.StepName ? null : asides.KeepUnread(turn, draft, step.Name, answer);

    /// <summary>Kept at rest, where no dialog is under way whose draft it could be; see the menu.</summary>
    private static ComplaintDraft? Heard(Turn turn) => turn.Conversation is { Dialog: null, Draft: not null } ? turn.Draft<ComplaintDraft>() : null;

    private static void KeepNumbers(Turn turn, ComplaintDraft draft, Answer answer)
    {
        if (answer.Numbers.Count > 0)
        {
            draft.Numbers = [.. draft.Numbers.Union(answer.Numbers).Take(MostNumbers)];
            turn.Add(turn.Phrase("kept.number"));
        }
    }

    protected override Step<ComplaintDraft>? Before(Turn turn, ComplaintDraft draft, Step<ComplaintDraft> step) =>
        step.Name == ReceiptStep.StepName ? null
        : step.Name == draft.Changing ? Steps.Single(s => s.Name == ReviewStep.StepName)
        : base.Before(turn, draft, step);

    protected override string? Between(Turn turn, Step<ComplaintDraft> answered, Step<ComplaintDraft> next) =>
        VisibleSteps.FilledBetween(turn, _isSubjectTold && answered.Name == ConsentStep.StepName ? SubjectStep.StepName : answered.Name, next.Name);

    protected override void Leave(Turn turn) => MainMenu.Begin(turn);
}
