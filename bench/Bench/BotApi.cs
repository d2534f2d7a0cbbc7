using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SlrtBot.Bench;

/// <summary>
/// As much of the Bot API as sending needs, as cheap as can be: it runs on the same cores as what is measured. The
/// tests' fake keeps everything and checks everything, which would cost more than the bot itself.
/// </summary>
internal sealed class BotApi : IAsyncDisposable
{
    public const string Token = "123456789:fake-token-for-benchmarks_0";

    private static readonly byte[] Sent = Encoding.UTF8.GetBytes("""{"ok":true,"result":{"message_id":77,"date":1790000000,"chat":{"id":1,"type":"private"}}}""");
    private static readonly byte[] Yes = Encoding.UTF8.GetBytes("""{"ok":true,"result":true}""");
    private static readonly byte[] Me = Encoding.UTF8.GetBytes("""{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"SLRT","username":"slrt_uji_bot"}}""");

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, Resident> _residents = new();
    private readonly TimeSpan _delay;

    private BotApi(WebApplication app, TimeSpan delay)
    {
        _app = app;
        _delay = delay;
    }

    public string Address { get; private set; } = "";

    public static async Task<BotApi> StartAsync(TimeSpan delay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        var app = builder.Build();
        var api = new BotApi(app, delay);
        app.Run(api.AnswerAsync);
        await app.StartAsync();
        api.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return api;
    }

    public void Add(Resident resident) => _residents[resident.Id] = resident;

    public void Remove(Resident resident) => _residents.TryRemove(resident.Id, out _);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (_delay > TimeSpan.Zero)
        {
            await Task.Delay(_delay);
        }

        var path = http.Request.Path.Value!;
        var answer = path.EndsWith("/getMe", StringComparison.Ordinal) ? Me : Yes;
        if (path.EndsWith("/sendMessage", StringComparison.Ordinal))
        {
            var length = (int)http.Request.ContentLength!.Value;
            var body = ArrayPool<byte>.Shared.Rent(length);
            await http.Request.Body.ReadExactlyAsync(body.AsMemory(0, length));
            Deliver(body.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(body);
            answer = Sent;
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer);
    }

    private void Deliver(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var (chat, text) = (0L, "");
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("chat_id"u8))
            {
                reader.Read();
                chat = reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : long.Parse(reader.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                text = reader.GetString()!;
            }
        }

        if (_residents.TryGetValue(chat, out var resident))
        {
            resident.Hear(text);
        }
    }
}
