using SlrtBot.Bot.Engine;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Programmes;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>"/info", "info pkh", "syarat kis apa": topics, a topic's programmes, or a programme's page.</summary>
[Hears(Key, $"{Key}.", WithMore = true)]
[Unguarded("the programmes are the same for everybody")]
internal sealed class InfoWord(ProgrammeQueries programmes, ProgrammePages pages) : GlobalWord
{
    public const string Key = Words.Info;
    private const int MostWords = 5;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var told = await programmes.ToldAsync(cancellationToken);
        var key = KeyOf(answer);
        if (key.StartsWith(ProgrammePages.TopicPrefix, StringComparison.Ordinal)
            && Codes.TryParse<ProgrammeTopic>(key[ProgrammePages.TopicPrefix.Length..], out var topic))
        {
            pages.ShowTopic(turn, topic, told);
        }
        else if (key.StartsWith(ProgrammePages.Prefix, StringComparison.Ordinal) && told.Find(p => p.Code == key[ProgrammePages.Prefix.Length..]) is { } chosen)
        {
            pages.Show(turn, chosen);
        }
        else if (answer.Rest.Length == 0)
        {
            pages.ShowTopics(turn);
        }
        else
        {
            return TryNamed(turn, answer.Rest, told);
        }

        return true;
    }

    /// <summary>"Program pkh saya dicabut sejak Januari" only begins with the word.</summary>
    private bool TryNamed(Turn turn, string rest, List<Programme> told)
    {
        var named = ProgrammeQueries.Named(told, rest);
        if (PaymentDates.AskedIn(turn.Phrases, turn.Context.Activity.Text ?? rest, named))
        {
            pages.ShowPaymentDate(turn);
            return true;
        }

        if (named is null || rest.Count(c => c == ' ') >= MostWords)
        {
            return false;
        }

        pages.Show(turn, named);
        return true;
    }
}
