using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Bot.Engine;

/// <summary>The dialogs by the names that conversations store; a turn makes only the one it needs.</summary>
public sealed class DialogCatalogue(DialogTypes types, IServiceProvider services)
{
    /// <summary>Where a chat stands when nothing is under way.</summary>
    public Dialog Menu => Make(types.Find(MainMenu.DialogName)!);

    /// <summary>
    /// The one that is under way; a name that a newer release dropped leads to the menu, and so does a guarded dialog once
    /// the chat has locked.
    /// </summary>
    public Dialog Of(Turn turn) => types.Find(turn.Conversation.Dialog) is { } type && !(turn.IsLocked && types.IsGuarded(type))
        ? Make(type)
        : Menu;

    /// <summary>The one whose question may be shown again: what has come to rest is of before, once the chat has locked.</summary>
    public Dialog Shown(Turn turn) => Of(turn) is var dialog && turn.IsLocked && dialog.IsAtRest(turn) ? Menu : dialog;

    /// <summary>Back to the question at hand, after something was said in between.</summary>
    public void Return(Turn turn)
    {
        var dialog = Of(turn);
        if (dialog.IsAtRest(turn))
        {
            MainMenu.Begin(turn);
            return;
        }

        dialog.Show(turn);
    }

    private Dialog Make(Type type) => (Dialog)services.GetRequiredService(type);
}
