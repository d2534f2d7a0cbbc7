using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using SlrtBot.Core.Phrases;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.InlineQueryResults;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// The fast lane, for what Telegram wants answered by a query's id and not by a message: it stops the spinner of a pressed
/// button at once, not behind the chat's queue, or the person presses again; and it sends guests' callers into a private
/// chat. Whether it works does not matter: a press that is lost here is still in the inbox.
/// </summary>
public sealed class QuickAnswers(TelegramClient client, TelegramThrottle throttle, PhraseBook phrases) : BackgroundService
{
    private const int Lanes = 8;

    private readonly Channel<Func<CancellationToken, Task>> _due = Channel.CreateBounded<Func<CancellationToken, Task>>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void StopSpinner(string callbackQueryId) => _due.Writer.TryWrite(
        stop => client.AnswerCallbackQueryAsync(new AnswerCallbackQueryRequest { CallbackQueryId = callbackQueryId }, stop));

    /// <summary>Called into a chat of others: as in a group, complaints are told in private.</summary>
    public void RefuseGuest(string guestQueryId)
    {
        var words = phrases.Get(PhraseBook.Fallback, "not_in_groups");
        var answer = new InlineQueryResultArticle("private", words, new InputTextMessageContent(words));
        _due.Writer.TryWrite(stop => client.AnswerGuestQueryAsync(new AnswerGuestQueryRequest { GuestQueryId = guestQueryId, Result = answer }, stop));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => AnswerAsync(stoppingToken)));

    private async Task AnswerAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var answer in _due.Reader.ReadAllAsync(stoppingToken))
            {
                if (throttle.Room > 0)
                {
                    await answer(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }
}
