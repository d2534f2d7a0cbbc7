using System.Text.Json;
using System.Text.Json.Serialization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.BotFramework;

/// <summary>Our messages as activities for one channel: nothing but words in, and plain text throughout.</summary>
internal sealed class ConnectorReplies(PhraseBook phrases)
{
    /// <summary>One activity per message that the person will see, in order: long texts are cut, choices stand under the last.</summary>
    /// <param name="language">Of the person.</param>
    public IReadOnlyList<Activity> Draw(MessageContent content, ConversationReference to, string language)
    {
        var abilities = ChannelTable.Of(to.ChannelId);
        var text = WithNumbers(content, abilities, language);
        var parts = TextSplitter.Split(text, abilities.LongestText);
        return [.. parts.Select((part, i) => Message(text[part], to, language, i == parts.Count - 1 ? content.Buttons() : [], abilities))];
    }

    /// <summary>Of the hand-off protocol: what was said so far goes along for whoever takes over.</summary>
    public static Activity HandOff(MessageContent content, ConversationReference to)
    {
        var said = content.Transcript.Select(line => new Activity
        {
            Type = ActivityTypes.Message,
            From = new ChannelAccount { Role = line.ByResident ? "user" : "bot" },
            Text = line.Text,
            TextFormat = TextFormatTypes.Plain,
            Timestamp = new DateTimeOffset(line.At, TimeSpan.Zero),
        });
        var transcript = Attachment.Of("application/json", new Transcript([.. said]));
        transcript.Name = "Transcript";
        return new Activity
        {
            Type = ActivityTypes.Event,
            Name = EventNames.HandOff,
            Value = JsonSerializer.SerializeToElement(new Dictionary<string, string>()),
            Attachments = [transcript],
        }.ApplyConversationReference(to);
    }

    private static Activity Message(
        string text, ConversationReference to, string language, IReadOnlyList<Choice> choices, ChannelAbilities abilities)
    {
        var activity = Activity.OfText(text).ApplyConversationReference(to);
        activity.Locale = language;
        if (choices.Count == 0)
        {
            return activity;
        }

        activity.InputHint = InputHints.ExpectingInput;
        if (HasButtons(choices, abilities, ButtonLayout.Suggested))
        {
            activity.SuggestedActions = new SuggestedActions { Actions = [.. choices.Select(choice => ToAction(choice, abilities))] };
        }
        else if (HasButtons(choices, abilities, ButtonLayout.Cards))
        {
            foreach (var some in choices.Chunk(abilities.MostButtons))
            {
                activity.Attachments.Add(new HeroCard { Buttons = [.. some.Select(choice => ToAction(choice, abilities))] }.ToAttachment());
            }
        }

        return activity;
    }

    /// <summary>The words go out and are shown; the token travels beside them, for the bot alone, where a client can do that.</summary>
    private static CardAction ToAction(Choice choice, ChannelAbilities abilities) => abilities.HidesTokens
        ? new CardAction(CardActionTypes.MessageBack, choice.Label)
        {
            Text = choice.Label,
            DisplayText = choice.Label,
            Value = JsonSerializer.SerializeToElement(new Dictionary<string, string> { [ActivityParts.PressField] = choice.Token }),
        }
        : new CardAction(CardActionTypes.ImBack, choice.Label, choice.Label);

    private static bool HasButtons(IReadOnlyList<Choice> choices, ChannelAbilities abilities, ButtonLayout layout) =>
        abilities.Layout == layout && (layout == ButtonLayout.Cards || choices.Count <= abilities.MostButtons);

    /// <summary>
    /// Numbers are understood everywhere; a lasting button is no question's, so that its number would mean another's: its
    /// words stand for it. What brings the person further comes first and keeps its number, since the others may be numbers of
    /// lines above.
    /// </summary>
    private string WithNumbers(MessageContent content, ChannelAbilities abilities, string language)
    {
        if (content.Choices.Count == 0
            || HasButtons(content.Choices, abilities, ButtonLayout.Suggested)
            || HasButtons(content.Choices, abilities, ButtonLayout.Cards))
        {
            return content.Text;
        }

        var lines = content.Numbered().Select(c => c.Choice.Token[0] == Choice.LastingMark ? $"• {c.Choice.Label}" : $"{c.Number}. {c.Choice.Label}");
        var hint = content.Choices.All(c => c.Token[0] == Choice.LastingMark) ? "connector.words" : "connector.numbers";
        return $"{content.Text}\n\n{string.Join('\n', lines)}\n\n{phrases.Get(language, hint)}";
    }

    private sealed record Transcript([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<Activity> Activities);
}
