using System.Net;
using System.Text.Json;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.BotFramework;

/// <summary>What became of asking for a token.</summary>
/// <param name="Value">Null where there is none.</param>
/// <param name="IsRefused">Id or password are wrong: asking again will not help.</param>
internal sealed record AppToken(string? Value, bool IsRefused = false);

/// <summary>
/// The bot's own token for the connector (OAuth 2 client credentials): kept until five minutes before its end, and
/// renewed at once where the connector refuses it.
/// </summary>
internal sealed class ConnectorToken(HttpClient http, BotFrameworkOptions options, BotFrameworkState state, TimeProvider clock) : IDisposable
{
    private const string Scope = "https://api.botframework.com/.default";

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private (string Value, DateTime Until)? _kept;
    private bool _isRefused;

    /// <param name="refused">The one that the connector did not accept: any other is newer.</param>
    public async Task<AppToken> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_kept is { } kept && kept.Value != refused && kept.Until - Early > Now)
            {
                return new AppToken(kept.Value);
            }

            return await AskAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<AppToken> AskAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(CallLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", options.AppId!), new("client_secret", options.AppPassword!), new("scope", Scope),
        ]);
        try
        {
            using var response = await http.PostAsync(new Uri(options.TokenEndpoint), form, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                _isRefused = response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                state.Set(_isRefused ? ChannelState.Refused : ChannelState.Unreachable);
                return new AppToken(null, _isRefused);
            }

            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(either.Token));
            var value = answer.RootElement.GetProperty("access_token").GetString()!;
            _kept = (value, Now.AddSeconds(answer.RootElement.GetProperty("expires_in").GetInt32()));
            if (_isRefused)
            {
                // Otherwise the alarm would last until somebody writes.
                _isRefused = false;
                state.Set(ChannelState.Working);
            }

            return new AppToken(value);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            state.Set(ChannelState.Unreachable);
            return new AppToken(null);
        }
    }
}
