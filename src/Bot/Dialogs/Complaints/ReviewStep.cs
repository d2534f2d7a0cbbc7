using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>One line per answer; each can be changed and leads back here; "send" makes the complaint.</summary>
internal sealed class ReviewStep(LodgeComplaint lodge, ReviewText text, StoryGuess guess, StoryUrgency urgency, ForbiddenCalls calls, ForWhomReader forWhom) : Step<ComplaintDraft>
{
    public const string StepName = "review";
    public const string Send = "review.send";
    private const string Prefix = "change.";
    private const string Urgent = "review.urgent";
    private const string Calm = "review.calm";

    /// <summary>The steps that the numbered lines lead to.</summary>
    public static readonly string[] Lines = [SubjectStep.StepName, GroupStep.StepName, StoryStep.StepName, VillageStep.StepName, PhotosStep.StepName, NameStep.StepName];

    public override string Name => StepName;

    public override bool IsAnswered(Turn turn, ComplaintDraft draft) => draft.Receipt is not null;

    public override bool Collects(ComplaintDraft draft, string text) => Telling.IsStory(text);

    public override Prompt Ask(Turn turn, ComplaintDraft draft)
    {
        var isCalm = draft.SaidUrgency == Urgency.Normal || urgency.Of(draft) < Urgency.Urgent;
        return turn.Question(Name, ("lines", text.Of(turn, draft)))
            .With(Lines.Select((_, i) => new Option($"{Prefix}{i + 1}", turn.Phrase("choice.change", ("line", i + 1)))))
            .With(turn.Option(Send, ChoiceStyle.Success), turn.Option(Words.Cancel, ChoiceStyle.Danger), turn.Option(isCalm ? Urgent : Calm)) with
        { Unshown = [turn.Option(isCalm ? Calm : Urgent)] };
    }

    public override async Task<Next> TakeAsync(Turn turn, ComplaintDraft draft, Answer answer, CancellationToken cancellationToken)
    {
        draft.Changing = null;
        if (draft.IsCorrectedNow || answer.Choice == Send || (answer.IsText && Assent.Speaks(turn, answer.Text, Assent.Sends)))
        {
            // What a correction left open is asked first.
            return IsComplete(draft) ? await SendAsync(turn, draft, cancellationToken) : Next.Forward();
        }

        if (answer.IsText && turn.Forms.Of("answer.calm").AreIn(turn.Forms.Hear(answer.Text)))
        {
            draft.SaidUrgency = Urgency.Normal;
            return Next.Again();
        }

        if (answer.Choice is Urgent or Calm)
        {
            draft.SaidUrgency = answer.Choice == Urgent ? Urgency.Urgent : Urgency.Normal;
            return Next.Again();
        }

        if (answer.Choice?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return StoryStep.TakeEarly(turn, draft, answer) ?? Next.Puzzled();
        }

        draft.Changing = Lines[answer.Choice[^1] - '1'];
        draft.Places = null;
        return Next.To(draft.Changing);
    }

    private static bool IsComplete(ComplaintDraft draft) => draft is { Subject: not null, Category: not null, VillageCode: not null };

    private async Task<Next> SendAsync(Turn turn, ComplaintDraft draft, CancellationToken cancellationToken)
    {
        var outcome = await lodge.DoAsync(Input(turn, draft), turn.Context.By, cancellationToken);
        if (!outcome.Succeeded)
        {
            return Next.Again(turn.Phrase("review.refused"));
        }

        var complaint = outcome.Value;
        turn.Context.Message.ComplaintId = complaint.Id;
        var receipt = new Receipt(
            complaint.Id, complaint.Reference, complaint.PromiseOn,
            complaint is { IsRepresented: true, IsChild: false } ? ForOtherQuestion.Consent : null, complaint.Kind)
        {
            UrgentCategory = complaint.Urgency >= Urgency.Urgent ? complaint.CategoryCode : null,
            Danger = complaint.Urgency == Urgency.Emergency ? urgency.DangerOf(draft) : null,
            IsMoneyGone = ScamWarning.IsGivenIn(turn, draft.Story),
            ToldOfMore = SeveralReports.NamesPeople(turn, draft.Story) || SeveralReports.NamesMatters(turn, draft.Story, guess, forWhom),
        };
        return Next.To(ReceiptStep.StepName) with { Draft = new ComplaintDraft { Receipt = receipt } };
    }

    private LodgeComplaintInput Input(Turn turn, ComplaintDraft draft) => new()
    {
        DraftId = turn.Conversation.DraftId!.Value,
        ConversationId = turn.Conversation.Id,
        Channel = turn.Conversation.Channel,
        CategoryCode = draft.Category!,
        Kind = StoryGuess.KindOf(draft),
        ProgrammeCode = guess.ProgrammeOf(draft),
        Subject = draft.Subject!.Value,
        SubjectName = string.IsNullOrEmpty(draft.SubjectName) ? null : draft.SubjectName,
        IsChild = draft.IsChild,
        Story = StoryOf(turn, draft),
        VillageCode = draft.VillageCode!,
        Address = draft.Address,
        CardAddress = string.IsNullOrEmpty(draft.CardAddress) ? null : draft.CardAddress,
        Location = draft.Location,
        ReporterName = draft.Name,
        Phone = draft.Phone,
        NationalId = draft.NationalId,
        WrittenNumbers = [.. draft.Numbers.Where(n => n != draft.NationalId)],
        Concerns = OfficialStep.ConcernOf(draft),
        OfficialName = string.IsNullOrEmpty(draft.OfficialName) ? null : draft.OfficialName,
        AssistedBy = draft.AssistedBy,
        IsAnonymous = draft.IsAnonymous,
        Urgency = urgency.ProposedFor(draft),
        SaidUrgency = draft.SaidUrgency,
        UrgencyWords = urgency.WordsOf(draft),
    };

    /// <summary>For staff, in their language whatever the chat's.</summary>
    private string StoryOf(Turn turn, ComplaintDraft draft)
    {
        var told = draft.Story.Length > 0 ? draft.Story : turn.Phrases.Get(PhraseBook.Fallback, "story.spoken");
        var uncalled = draft.IsUncalled || (!draft.MayBeCalledAfterAll && calls.AreIn(draft.Story)) ? turn.Phrases.Get(PhraseBook.Fallback, "story.uncalled") : null;
        var below = new[] { ("story.beside", draft.Beside), ("story.forwarded", draft.PassedOn) }
            .Where(part => part.Item2 is not null).Select(part => turn.Phrases.Get(PhraseBook.Fallback, part.Item1, ("text", part.Item2)));
        return string.Join('\n', new[] { uncalled, told }.OfType<string>().Concat(below));
    }
}
