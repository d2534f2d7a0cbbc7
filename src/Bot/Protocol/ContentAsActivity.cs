using System.Text.Json;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Protocol;

/// <summary>A message of ours in the channels' common vocabulary; each adapter draws it from there.</summary>
public static class ContentAsActivity
{
    /// <param name="quoted">The channel's id of the message that this one visibly answers.</param>
    public static Activity ToActivity(MessageContent content, string? quoted = null)
    {
        var activity = Activity.OfText(content.Text);
        foreach (var part in content.Monospace)
        {
            activity.Style(TextStyle.Code, part);
        }

        var actions = Asking(content).Concat(content.Buttons().Select(ToAction)).ToList();
        if (actions.Count > 0)
        {
            activity.SuggestedActions = new SuggestedActions { Actions = actions };
            activity.InputHint = InputHints.ExpectingInput;
        }

        return activity.Deliver(new DeliveryHints(
            Protect: content.Protected ? true : null,
            Silent: content.Silent ? true : null,
            RemoveKeyboard: content.RemovesKeyboard ? true : null,
            QuoteId: quoted));
    }

    private static IEnumerable<CardAction> Asking(MessageContent content) => content.Ask switch
    {
        Ask.Contact => [new CardAction(CardActionTypes.RequestContact, content.AskLabel ?? "")],
        Ask.Location => [new CardAction(CardActionTypes.RequestLocation, content.AskLabel ?? "")],
        _ => [],
    };

    private static CardAction ToAction(Choice choice)
    {
        var action = new CardAction(CardActionTypes.PostBack, choice.Label, choice.Token);
        if (choice.Style != ChoiceStyle.Plain)
        {
            var look = new ButtonLook(JsonNamingPolicy.CamelCase.ConvertName(choice.Style.ToString()));
            action.ChannelData = JsonSerializer.SerializeToElement(look, ProtocolJson.Options);
        }

        return action;
    }
}
