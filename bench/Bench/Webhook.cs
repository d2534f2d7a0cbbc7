using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SlrtBot.Bench;

/// <summary>Posts updates as Telegram does.</summary>
internal sealed class Webhook : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _address;
    private long _update = 870_000_000;

    public Webhook(Uri program)
    {
        _address = new Uri(program, "/webhooks/telegram");
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 512, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(20),
        };
    }

    /// <summary>Something typed, as an update of its own.</summary>
    public byte[] Says(Resident resident, string text)
    {
        var id = Interlocked.Increment(ref _update);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id - 860_000_000}}},"from":{"id":{{{resident.Id}}},"is_bot":false,"first_name":"Siti","language_code":"id"},"chat":{"id":{{{resident.Id}}},"first_name":"Siti","type":"private"},"date":1790000000,"text":"{{{text}}}"}}"""));
    }

    /// <returns>Whether it was acknowledged; false also where nobody answered.</returns>
    public async Task<bool> PostAsync(byte[] update)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(update) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", BotProcess.Secret);
            using var response = await _http.SendAsync(request);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();
}
