using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>The buttons under "have you received it?", which never grow old.</summary>
internal static class ReceiptChoices
{
    private static readonly (string Key, ChoiceStyle Style)[] Answers =
        [("received.yes", ChoiceStyle.Success), ("received.partly", ChoiceStyle.Plain), ("received.no", ChoiceStyle.Plain)];

    public static IReadOnlyList<Choice> Of(PhraseBook phrases, string language, string reference) =>
        [.. Answers.Select(a => Choice.Lasting($"{a.Key}.{reference}", phrases.Get(language, $"choice.{a.Key}"), a.Style))];
}
