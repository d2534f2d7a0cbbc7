using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;

namespace SlrtBot.Bot.Dialogs.Withdrawals;

/// <summary>"Cabut izin": the consent is taken back, and what was not sent yet is forgotten with it.</summary>
[Hears(Words.Withdraw), Guarded]
internal sealed class WithdrawConsentWord(OfficeCard office, ForgetDraft forget, OpenRequest request) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.StoreKept(KeptMessages.None);
        await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
        await request.DoAsync(turn.Conversation, new(DataRequestKind.Withdraw), turn.Context.By, cancellationToken);
        turn.Conversation.ConsentVersion = null;
        turn.Conversation.ConsentAt = null;
        turn.Add($"{turn.Phrase("withdrawn")}\n{office.Address(turn)}");
        MainMenu.Begin(turn);
        return true;
    }
}
