using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// What an activity answers to the open question. An option as it stands comes first, then the words that hold
/// everywhere, both as they stand and in other wordings, then an option nearly written.
/// </summary>
public sealed class AnswerReader(ChoiceMatcher choices, Words words, WishForPerson wish, GivingUp givingUp)
{
    public Answer Read(Activity activity, OpenPrompt open)
    {
        var answer = new Answer
        {
            Text = TextFolding.CleanLine(activity.Text ?? "").Length == 0 ? "" : TextFolding.Clean(activity.Text!).Trim(),
            Files = [.. activity.ReadFiles()],
            Album = activity.ReadAlbum(),
            Contact = activity.ReadContact(),
            Place = activity.ReadPlace(),
            Unusable = activity.ReadUnreadable(),
            IsForwarded = activity.IsForwarded(),
        };
        if ((activity.ReadPress() ?? Typed(answer.Text, open)) is { } token)
        {
            var key = open.OfToken(token)?.Key ?? words.FindLasting(token);
            return answer with { Choice = key, IsStale = key is null };
        }

        answer = answer with { ReplyTo = activity.ReplyToId };
        return activity.ReadDeepLink() is not null ? answer with { Word = Words.Start } : Match(answer, open);
    }

    /// <summary>Words as an answer by themselves: a part of a message, or what something else had come between.</summary>
    public Answer Again(Answer words, OpenPrompt open) => Match(words, open);

    private Answer Match(Answer answer, OpenPrompt open)
    {
        var folded = TextFolding.Fold(WithoutBotName(answer.Text));
        if (folded.Length == 0)
        {
            return answer.Text == "*" ? answer with { Word = Words.Menu } : answer;
        }

        if (choices.Exactly(open, folded) is { } exact)
        {
            return answer with { Choice = exact.Key };
        }

        if (words.Find(folded) is { } word)
        {
            return open.Offers(word) ? answer with { Choice = word } : Forgetting(answer, word, open);
        }

        if (choices.Plainly(open, folded) is { } same)
        {
            return answer with { Choice = same.Key };
        }

        if (!(open.TakesWords && choices.IsTitled(folded)) && (words.FindPlainly(folded) ?? Wished(folded)) is { } plain)
        {
            return open.Offers(plain) ? answer with { Choice = plain } : Forgetting(answer, plain, open);
        }

        if (!open.TakesWords && choices.Nearly(open, folded) is { } near)
        {
            return answer with { Choice = near.Key, IsGuessed = true };
        }

        return words.FindFirst(answer.Text) is { } first ? answer with { Word = first.Key, Rest = first.More } : answer;
    }

    /// <summary>"hapus semuanya", where it is asked whether the form is to be deleted, means the form and not all that was ever sent.</summary>
    private static Answer Forgetting(Answer answer, string word, OpenPrompt open) =>
        word == Words.Erase && open.Offers(Words.CancelForSure) ? answer with { Choice = Words.CancelForSure } : answer with { Word = word };

    private string? Wished(string folded) => wish.Says(folded) ? Words.Officer : givingUp.Says(folded) ? Words.Cancel : null;

    /// <summary>Some channels send a button's value as if it had been typed.</summary>
    private string? Typed(string text, OpenPrompt open) => open.OfToken(text)?.Token ?? (words.FindLasting(text) is null ? null : text);

    /// <summary>In "/batal@SlrtBot" the name after the command says nothing more.</summary>
    private static string WithoutBotName(string text) =>
        text.StartsWith('/') && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? text[..at] : text;
}
