using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Telegram.Bot.Requests;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// The fast lane: stops the spinner of a pressed button at once, not behind the chat's queue, or the person presses
/// again. Whether it works does not matter; a press that is lost here is still in the inbox.
/// </summary>
public sealed class PressAnswers(TelegramClient client, TelegramThrottle throttle) : BackgroundService
{
    private const int Lanes = 8;

    private readonly Channel<string> _presses = Channel.CreateBounded<string>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void StopSpinner(string callbackQueryId) => _presses.Writer.TryWrite(callbackQueryId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => AnswerAsync(stoppingToken)));

    private async Task AnswerAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var press in _presses.Reader.ReadAllAsync(stoppingToken))
            {
                if (throttle.Room > 0)
                {
                    await client.AnswerCallbackQueryAsync(new AnswerCallbackQueryRequest { CallbackQueryId = press }, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }
}
