using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Language;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>
/// What comes to the menu from somebody whose complaints are under way: may it belong to one of them? A problem that is
/// clearly another one, and small talk, do not.
/// </summary>
public sealed class AdditionOffer(Addenda addenda, AddendumQuestion question, Understander understander, AddedNews news, Func<ComplaintDialog> complaint)
{
    private const double SureEnough = 0.7;

    /// <returns>False where it is for the menu.</returns>
    public async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        // Whoever holds a locked phone may be somebody else: no complaint of before is named.
        if (!answer.IsMaterial() || turn.IsLocked)
        {
            return false;
        }

        var isThing = answer.Files.Count > 0 || answer.Place is not null;
        var underWay = await addenda.UnderWayAsync(turn, cancellationToken);
        if (underWay.Count == 0 || (!isThing && (Telling.IsStory(answer.Text) || news.PressingIn(answer.Text) is null) && !MayBelong(turn, answer.Text, underWay)))
        {
            return false;
        }

        if (!isThing && await TryProtectAsync(turn, answer, underWay[0], cancellationToken))
        {
            return true;
        }

        // The bank can stop what is going on now; an officer reads it tomorrow.
        if (!isThing && ScamWarning.Given(turn, answer.Text) is { } bank)
        {
            turn.SayApart(bank);
            ComplaintDialog.NoteMoneyGone(turn);
        }

        var sent = turn.Sent(answer);
        if (underWay.Find(c => c.Id == ComplaintDialog.JustSent(turn)) is { } justSent && (isThing || !IsClearlyAnother(understander.Understand(answer.Text), answer.Text, [justSent]))
            && await addenda.JoinAsync(turn, justSent, sent, cancellationToken) is { } told)
        {
            turn.Add(told);
            turn.Add(isThing ? null : turn.Phrase("addendum.otherwise"));
            return true;
        }

        await question.KeepAndAskAsync(turn, sent, underWay, cancellationToken);
        return true;
    }

    /// <summary>
    /// Somebody of an office wants money: in the complaint that was lodged the office would read it, so it becomes one of its own, which
    /// the office does not see.
    /// </summary>
    public async Task<bool> TryProtectAsync(Turn turn, Answer answer, Complaint lodged, CancellationToken cancellationToken)
    {
        if (lodged.Concerns is not null || ComplaintCategory.Get(lodged.CategoryCode).IsAboutOfficial || !news.TellsOfOfficial(answer.Text))
        {
            return false;
        }

        turn.Add(turn.Phrase("addendum.protected", ("reference", lodged.Reference)));
        var extortion = ComplaintCategory.Extortion;
        await complaint().BeginAsync(turn, answer, cancellationToken, new ComplaintDraft
        {
            Story = answer.Text, StoryIsWhole = true, Subject = Subject.Self, Group = extortion.Group, Category = extortion.Code,
        });
        return true;
    }

    private bool MayBelong(Turn turn, string text, List<Complaint> underWay)
    {
        var words = TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !words.Any(IsWord))
        {
            return false;
        }

        var understood = understander.Understand(text);
        if (understood.Kind == MessageKind.Meta && !Telling.IsStory(text) && !text.Any(char.IsDigit))
        {
            return false;
        }

        // Right after sending, a story is asked about in any case: who forgot something writes it then.
        return ComplaintDialog.JustSent(turn) is not null || !IsClearlyAnother(understood, text, underWay);
    }

    private static bool IsClearlyAnother(Understood understood, string text, List<Complaint> underWay) =>
        Telling.IsStory(text) && understood is { Kind: MessageKind.Complaint, Category: { } category, Confidence: >= SureEnough }
        && !underWay.Any(c => GroupsOf(c.CategoryCode).Intersect(GroupsOf(category)).Any());

    /// <summary>More than the letter in a number that a phone has rounded.</summary>
    private static bool IsWord(string word) => word.Count(char.IsLetter) > 1;

    private static IEnumerable<string> GroupsOf(string category) =>
        ComplaintCategory.Groups.Where(g => g.Categories.Contains(category)).Select(g => g.Code);
}
