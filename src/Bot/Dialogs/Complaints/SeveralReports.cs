using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// "5 tetangga saya belum dapat bantuan, bu Enok, pak Oding, mak Iti": one report is for one person and one matter, and whoever told of more is
/// told so with its number, when what was sent is safe.
/// </summary>
internal static class SeveralReports
{
    private const int FewestNames = 3;
    private const int WordsBetween = 1;

    /// <summary>Several people are named or counted, who are no family of one house.</summary>
    public static bool NamesPeople(Turn turn, string story)
    {
        var said = turn.Forms.Hear(story);
        var (people, many, titles) = (turn.Forms.Of("answer.several.people"), turn.Forms.Of("answer.several.many"), turn.Forms.Of("answer.titles"));
        var isCounted = Enumerable.Range(0, said.Count).Any(i => IsMany(said, i) && Enumerable.Range(i + 1, WordsBetween + 1).Any(at => people.LengthAt(said, at) > 0));
        return isCounted || (people.AreIn(said) && Enumerable.Range(0, Math.Max(0, said.Count - 1)).Where(i => titles.LengthAt(said, i) == 1 && char.IsUpper(said.Typed[i + 1][0]))
            .Select(i => said.Folded[i + 1]).Distinct().Count() >= FewestNames);

        bool IsMany(Utterance words, int index) => many.LengthAt(words, index) > 0 || (int.TryParse(words.Words[index], out var count) && count is > 1 and < 100);
    }

    /// <summary>"pkh saya berhenti, bpjs bapak saya juga mati": something of one person's, and something of another's.</summary>
    public static bool NamesMatters(Turn turn, string story, StoryGuess guess, ForWhomReader forWhom) => StoryGuess.ClausesOf(story)
        .Where(clause => turn.Forms.Of("answer.relation.things").AreIn(turn.Forms.Hear(clause)) && guess.Complains(clause))
        .Select(clause => forWhom.InStory(clause)?.Relation ?? (forWhom.SpeaksOfSelf(clause) ? ForWhom.Self : null)).OfType<string>().Distinct().Count() > 1;

    /// <summary>Below what was sent.</summary>
    public static Prompt Offer(Turn turn, Receipt receipt, Prompt sent) => !receipt.ToldOfMore ? sent
        : sent with { Text = $"{sent.Text}\n\n{turn.Phrase("receipt.more")}", Options = [turn.Option(Words.Report, Core.Conversations.ChoiceStyle.Primary), .. sent.Options] };
}
