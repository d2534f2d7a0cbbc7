using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Tests.BotFramework;
using SlrtBot.Bot.Tests.Telegram;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;

namespace SlrtBot.Bot.Tests.Wire;

/// <summary>The bot that residents talk to, on one channel, and a person who has it.</summary>
internal sealed class WireStage : IAsyncDisposable
{
    private readonly IAsyncDisposable _host;

    private WireStage(IAsyncDisposable host, IServiceProvider services, TestClock clock, IScriptedPerson person)
    {
        _host = host;
        Services = services;
        Clock = clock;
        Person = person;
        Script = new WireScript(person, () => services.RestAsync(clock), () => services.PauseAsync(clock));
    }

    public IServiceProvider Services { get; }

    public TestClock Clock { get; }

    public IScriptedPerson Person { get; }

    public WireScript Script { get; }

    /// <param name="channel"><c>telegram</c>, or a channel of the Bot Connector.</param>
    public static async Task<WireStage> OpenAsync(DatabaseProvider provider, string channel)
    {
        if (channel == "telegram")
        {
            var telegram = await TelegramHost.ResidentAsync(provider);
            return new WireStage(telegram, telegram.Services, telegram.Clock, new PhonePerson(telegram.Telegram.Phone()));
        }

        var connector = await ConnectorHost.ResidentAsync(provider);
        return new WireStage(connector, connector.Services, connector.Clock, connector.Connector.Member(channel));
    }

    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
