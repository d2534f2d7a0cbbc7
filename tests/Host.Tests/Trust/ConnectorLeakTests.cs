using System.Text;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeConnector;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// What the bot knows of a channel (its password, its tokens, the channel's tokens, where a chat lies and whose it is) is
/// nowhere in the open, also when calls fail (docs/checks.md, T-49).
/// </summary>
public sealed class ConnectorLeakTests
{
    private const string Telephone = "+6281298765432";
    private const string Words = "Beras milik Siti Rahasia belum datang";

    [Theory, OnSqlite, OnPostgres]
    public async Task No_token_and_no_address_of_a_chat_lies_open_anywhere(DatabaseProvider provider)
    {
        // Arrange
        await using var connector = await FakeConnectorServer.StartAsync(new TestClock());
        await using var installation = await Installation.StartAsync(provider, connector.Configure);
        connector.Bot = installation.Http;
        var siti = connector.Member("sms", Telephone);
        var token = connector.Token();

        // Act
        await siti.SaysAsync("/start");
        await siti.HearsAsync("Halo, saya SlrtBot");
        connector.Faults.Next("send", FakeFault.ResetAfterAccept);
        connector.Faults.Next("send", FakeConnectorFault.Status(500));
        await siti.SaysAsync(Words);
        await siti.SendsPhotosAsync(1);
        await installation.UntilAsync(async db => await db.OutboundMessages.CountAsync(m => m.Tries > 0) >= 2);
        await installation.StopAsync();
        var stored = await StoredBytes.ReadAsync(installation);

        // Assert
        string[] secrets =
        [
            FakeConnectorServer.AppPassword, "app-token-1", token[^40..], Telephone[1..], Words, siti.ConversationId, "/service/files/",
        ];
        var places = stored
            .Concat(installation.Logs.Lines.Select(l => (Place: $"log {l[..Math.Min(l.Length, 200)]}", Bytes: Encoding.UTF8.GetBytes(l))))
            .Append((Place: "out", Bytes: Encoding.UTF8.GetBytes($"{installation.Out}{installation.Error}")));
        Assert.Equal([], places.SelectMany(p => secrets.Where(s => p.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) >= 0).Select(s => $"{s} in {p.Place}")));
    }
}
