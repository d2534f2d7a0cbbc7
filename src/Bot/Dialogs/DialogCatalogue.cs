using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Dialogs.Complaints;

namespace SlrtBot.Bot.Dialogs;

/// <summary>The dialogs by the names that conversations store; a turn makes only the one it needs.</summary>
public sealed class DialogCatalogue(DialogTypes types, IServiceProvider services)
{
    public MenuDialog Menu => services.GetRequiredService<MenuDialog>();

    public ComplaintDialog Complaint => services.GetRequiredService<ComplaintDialog>();

    /// <summary>
    /// The one that is under way; a name that a newer release dropped leads to the menu, and so does a guarded dialog once
    /// the chat has locked.
    /// </summary>
    public Dialog Of(Turn turn) => types.Find(turn.Conversation.Dialog) is { } type && !(turn.IsLocked && types.IsGuarded(type))
        ? (Dialog)services.GetRequiredService(type)
        : Menu;

    /// <summary>The one whose question may be shown again: what has come to rest is of before, once the chat has locked.</summary>
    public Dialog Shown(Turn turn) => Of(turn) is var dialog && turn.IsLocked && dialog.IsAtRest(turn) ? Menu : dialog;

    /// <summary>Back to the question at hand, after something was said in between.</summary>
    public void Return(Turn turn)
    {
        var dialog = Of(turn);
        if (dialog.IsAtRest(turn))
        {
            MenuDialog.Begin(turn);
            return;
        }

        dialog.Show(turn);
    }
}
