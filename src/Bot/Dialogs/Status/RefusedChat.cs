using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>What a chat is told whose word does not count for a complaint: see <see cref="ChatWall"/>.</summary>
internal static class RefusedChat
{
    /// <returns>Null where it was refused for another reason.</returns>
    public static string? Told(Turn turn, IReadOnlyList<Refusal> refusals, string reference) => refusals switch
    {
        [{ Code: ChatWall.OnlyHears }] => turn.Phrase("refused.only_hears", ("reference", reference)),
        [{ Kind: RefusalKind.NotFound }] => turn.Phrase("status.not_here"),
        _ => null,
    };
}
