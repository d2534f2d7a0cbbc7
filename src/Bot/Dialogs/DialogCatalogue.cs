using SlrtBot.Bot.Dialogs.Complaints;

namespace SlrtBot.Bot.Dialogs;

/// <summary>The dialogs by the names that conversations store.</summary>
public sealed class DialogCatalogue(MenuDialog menu, ComplaintDialog complaint)
{
    public MenuDialog Menu { get; } = menu;

    public ComplaintDialog Complaint { get; } = complaint;

    /// <summary>The one that is under way; a name that a newer release dropped leads to the menu.</summary>
    public Dialog Of(Turn turn) => turn.Conversation.Dialog == Complaint.Name ? Complaint : Menu;

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
