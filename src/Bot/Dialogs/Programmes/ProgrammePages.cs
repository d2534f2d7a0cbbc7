using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Programmes;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>What is told about programmes: never that somebody will receive them, always that asking is free.</summary>
public sealed class ProgrammePages(DialogCatalogue dialogs)
{
    internal const string Prefix = "info.";
    internal const string TopicPrefix = "info.topic.";

    internal void ShowTopics(Turn turn) => Show(turn, turn.Question("info").With(
        Enum.GetValues<ProgrammeTopic>().Select(t => turn.Option(TopicPrefix + Codes.Of(t))).Append(turn.Option(WhyWord.Key))));

    internal void ShowTopic(Turn turn, ProgrammeTopic topic, IEnumerable<Programme> told) => Show(turn, turn.Question("info.topic").With(
        told.Where(p => p.Topic == topic).Select(p => new Option(Prefix + p.Code, p.ShortName!)).Append(turn.Option(InfoWord.Key))));

    internal void Show(Turn turn, Programme programme)
    {
        turn.Add(Text(turn.Phrases, turn.Language, programme));
        Show(turn, turn.Question("info.next").With(turn.Option(WhyWord.Key), turn.Option(InfoWord.Key)));
    }

    /// <summary>For whom it is, and who decides; the rest is one tap away.</summary>
    internal void ShowAudience(Turn turn, Programme programme)
    {
        turn.Add(turn.Phrase("info.for_whom", ("name", programme.ShortName), ("text", programme.Audience), ("owner", programme.Owner)));
        Show(turn, turn.Question("info.next").With(new Option(Prefix + programme.Code, programme.ShortName!), turn.Option(WhyWord.Key), turn.Option(InfoWord.Key)));
    }

    /// <summary>That no day is known here, where to look, and the offer to lodge a complaint.</summary>
    internal void ShowPaymentDate(Turn turn)
    {
        turn.Add(turn.Phrase("info.payment_date"));
        Show(turn, turn.Question("why.next").With(turn.Option(WhyWord.Key), turn.Option(InfoWord.Key)));
    }

    /// <summary>Ends with the way back to the complaint under way, or with the offer to lodge one.</summary>
    internal void Show(Turn turn, Prompt prompt)
    {
        var dialog = dialogs.Of(turn);
        turn.Show(dialog.Path(turn), prompt.With(
            dialog.IsAtRest(turn) ? turn.Option(Words.Report, ChoiceStyle.Primary) : turn.Option(Words.Resume, ChoiceStyle.Success)));
    }

    internal static string Text(PhraseBook phrases, string language, Programme programme)
    {
        string? Line(string name, string? value) => value is null ? null : phrases.Get(language, $"info.{name}", ("text", value));

        return string.Join('\n', new[]
        {
            $"{programme.Name}. {programme.What}",
            Line("audience", programme.Audience),
            Line("papers", programme.Papers),
            Line("office", programme.Office),
            Line("schedule", programme.Schedule),
            phrases.Get(language, "info.promise", ("owner", programme.Owner)),
            programme.CheckedOn is null ? phrases.Get(language, "info.unchecked") : null,
        }.OfType<string>());
    }
}
