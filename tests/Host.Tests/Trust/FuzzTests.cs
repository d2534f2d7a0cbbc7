using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using SlrtBot.TestKit.FakeConnector;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>Twenty thousand broken bodies through both doors (docs/checks.md, T-22).</summary>
[Collection(FuzzTests.Alone)]
public sealed class FuzzTests
{
    /// <summary>Memory is counted for the whole process, so that nothing else may run in it meanwhile.</summary>
    public const string Alone = "alone";

    private const int Each = 10_000;
    private const int LongestText = 4_000;
    private const long Growth = 100 * 1024 * 1024;

    private static readonly HttpStatusCode[] Expected =
    [
        HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotImplemented,
    ];

    [Fact]
    public async Task After_ten_thousand_spoilt_bodies_through_each_door_a_hundred_people_are_answered()
    {
        // Arrange
        await using var connector = await FakeConnectorServer.StartAsync(new TestClock());
        // What it logs is kept elsewhere; here it would be what fills the memory.
        await using var installation = await Installation.StartAsync(
            DatabaseProvider.Sqlite, services => services.RemoveAll<ILoggerProvider>(), connector.Configure);
        connector.Bot = installation.Http;
        var token = connector.Token();
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        // Act
        await Task.WhenAll(
            PostAllAsync(installation, SpoiltBodies.Updates(LongestText), statuses, "/webhooks/telegram", request =>
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Installation.Secret)),
            PostAllAsync(installation, SpoiltBodies.Activities(connector.ServiceUrl, LongestText), statuses, "/api/messages", request =>
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token)));
        await installation.Services.RestAsync(installation.Clock);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        var phones = Enumerable.Range(1, 50).Select(i => installation.Telegram.Phone(8_900_000_000 + i)).ToList();
        var members = Enumerable.Range(1, 50).Select(i => connector.Member("webchat", $"good-{i}")).ToList();
        await Task.WhenAll([.. phones.Select(p => p.StartsAsync()), .. members.Select(m => m.SaysAsync("/start"))]);
        var heard = await Task.WhenAll([.. phones.Select(p => p.HearsAsync()), .. members.Select(m => m.HearsAsync("Halo, saya SlrtBot"))]);

        // Assert
        Assert.Equal(2 * Each, statuses.Values.Sum());
        Assert.All(heard, m => Assert.StartsWith("Halo, saya SlrtBot", m.Text));
        Assert.Equal([], await installation.ReadAsync(db => db.InboundMessages.Where(m => m.Tries > 0).Select(m => m.ErrorCode).ToListAsync()));
        Assert.InRange(after - before, long.MinValue, Growth);
    }

    private static Task PostAllAsync(
        Installation installation, Gen<byte[]> bodies, ConcurrentDictionary<HttpStatusCode, int> statuses, string path, Action<HttpRequestMessage> sign) =>
        bodies.SampleAsync(
            async body =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
                sign(request);
                request.Content.Headers.ContentType = new("application/json");
                using var response = await installation.Http.SendAsync(request);
                statuses.AddOrUpdate(response.StatusCode, 1, (_, n) => n + 1);
                Assert.Contains(response.StatusCode, Expected);
            },
            iter: Each, threads: 8, print: Encoding.UTF8.GetString);
}

[CollectionDefinition(FuzzTests.Alone, DisableParallelization = true)]
public sealed class AloneCollection;
