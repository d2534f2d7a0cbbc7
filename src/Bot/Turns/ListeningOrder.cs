using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Emergencies;
using SlrtBot.Bot.Dialogs.Feedback;
using SlrtBot.Bot.Dialogs.Flood;
using SlrtBot.Bot.Dialogs.Officers;
using SlrtBot.Bot.Dialogs.Pins;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Dialogs.Unusable;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Turns;

/// <summary>Who hears a message before whom. A turn makes only those that it comes to; guarded ones do not hear while the chat is locked.</summary>
public sealed class ListeningOrder(IServiceProvider services) : IListeners
{
    /// <summary>Before it is known whether the message ends here.</summary>
    private static readonly Type[] First =
    [
        typeof(EmergencyCard),
        typeof(SafetyAnswers),
        typeof(OfficerLine),
        typeof(PieceCollector),
        typeof(FloodGuard),
        typeof(StaleButton),
        typeof(PinGate),
        typeof(GlobalWordListener),
        typeof(UnusableThings),
    ];

    /// <summary>To whom words are addressed that mean nothing by themselves; a story that came in pieces is heard by these alone.</summary>
    private static readonly Type[] Then =
    [
        typeof(AfterDespair),
        typeof(Sympathy),
        typeof(LockedChat),
        typeof(AnotherReport),
        typeof(WrittenReference),
        typeof(ReceiptAnswers),
        typeof(CannotAnswers),
        typeof(RestOfAlbum),
        typeof(RepliedTo),
        typeof(StaffQuestions),
        typeof(PendingAddendum),
        typeof(RefusedNationalId),
        typeof(DialogAtHand),
    ];

    private static readonly FrozenSet<Type> Guarded = Types.Where(t => t.IsDefined(typeof(GuardedAttribute), false)).ToFrozenSet();

    public static IEnumerable<Type> Types => [.. First, .. Then];

    public async Task TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!await AnyTakesAsync(First, turn, answer, cancellationToken))
        {
            await TakeWordsAsync(turn, answer.WithoutWord(), cancellationToken);
        }
    }

    /// <summary>A story that came in pieces: what no piece said may be said by all of them together.</summary>
    public async Task TakeStoryAsync(Turn turn, Answer story, CancellationToken cancellationToken)
    {
        if (!await AnyTakesAsync([typeof(EmergencyCard)], turn, story, cancellationToken))
        {
            await TakeWordsAsync(turn, story, cancellationToken);
        }
    }

    public Task TakeWordsAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        AnyTakesAsync(Then, turn, answer, cancellationToken);

    private async Task<bool> AnyTakesAsync(Type[] order, Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        foreach (var type in turn.IsLocked ? order.Where(t => !Guarded.Contains(t)) : order)
        {
            if (await ((Listener)services.GetRequiredService(type)).TryTakeAsync(turn, answer, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
