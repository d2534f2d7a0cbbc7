using System.Net;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>Whatever comes through the webhook with the right secret, the program goes on (docs/checks.md, T-03, T-22).</summary>
public sealed class BadInputTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_thousand_spoilt_updates_twenty_people_are_answered_as_ever(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);

        // Act
        await SpoiltBodies.Updates().SampleAsync(
            async body =>
            {
                using var response = await PostAsync(installation, body);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            },
            iter: 1000, threads: 8, print: Encoding.UTF8.GetString);
        await installation.QuietAsync();
        var people = Enumerable.Range(1, 20).Select(i => installation.Telegram.Phone(8_800_000_000 + i)).ToList();
        await Task.WhenAll(people.Select(p => p.StartsAsync()));
        var heard = await Task.WhenAll(people.Select(p => p.HearsAsync()));

        // Assert
        Assert.All(heard, m => Assert.StartsWith("Halo, saya SlrtBot", m.Text));
        var parked = await installation.ReadAsync(db => db.InboundMessages.Where(m => m.Tries > 0).Select(m => m.ErrorCode).ToListAsync());
        Assert.Equal([], parked);
        var (exit, said) = await installation.VerbAsync("verify");
        Assert.True(exit == 0, said);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_copies_of_the_last_press_make_one_complaint_and_one_number(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        var story = new ResidentStory(installation);
        var complaint = await story.LodgeAsync();
        var receipt = story.Phone.Heard.Single(m => m.Text.Contains("Laporan terkirim", StringComparison.Ordinal)).Text;
        var review = story.Phone.Heard.Last(m => m.Buttons.Any(b => b.Label.Contains("Kirim laporan", StringComparison.Ordinal)));
        var token = review.Buttons.First(b => b.Label.Contains("Kirim laporan", StringComparison.Ordinal)).Data!;
        var rows = await installation.ReadAsync(db => db.InboundMessages.CountAsync());

        // Act
        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            using var response = await PostAsync(installation, Encoding.UTF8.GetBytes(
                $$$"""{"update_id":{{{(i < 50 ? 999_000_000 : 999_000_000 + i)}}},"callback_query":{"id":"{{{i}}}","from":{"id":{{{story.Phone.Id}}},"is_bot":false,"first_name":"x"},"message":{"message_id":{{{review.Id}}},"date":1795320784,"chat":{"id":{{{story.Phone.Id}}},"type":"private"}},"chat_instance":"1","data":"{{{token}}}"}}"""));
            return response.StatusCode;
        }));
        await installation.QuietAsync();

        // Assert
        Assert.All(statuses, s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(rows + 51, await installation.ReadAsync(db => db.InboundMessages.CountAsync()));
        Assert.Equal([complaint.Reference], await installation.ReadAsync(db => db.Complaints.Select(c => c.Reference).ToListAsync()));
        Assert.Equal([receipt], story.Phone.Heard.Where(m => m.Text.Contains("Laporan terkirim", StringComparison.Ordinal)).Select(m => m.Text).Distinct());
        Assert.Equal(1, await installation.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "complaint.lodged")));
    }

    [Theory]
    [InlineData("{\"update_id\":1,\"me\u00FFssage\":{\"chat\":{\"id\":5}}}")]
    [InlineData("{\"update_id\":1,\"message\":{\"ch\u00FFat\":{\"id\":5},\"chat\":{\"id\":5,\"type\":\"priv\u00FFate\"}}}")]
    [InlineData("{\"update_id\":1,\"message\":{\"chat\":{\"id\":5},\"text\":\"a\u00FFb\"}}")]
    [InlineData("{\"update_id\":1,\"callback_query\":{\"id\":\"a\u00FFb\",\"from\":{\"id\":5},\"data\":\"x\"}}")]
    [InlineData("{\"update_id\":1,\"callback_query\":{\"id\":\"\\ud800\",\"from\":{\"id\":5},\"data\":\"x\"}}")]
    public async Task Bytes_that_are_no_text_are_acknowledged_and_do_not_come_again_for_a_day(string latin)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);

        // Act
        using var response = await PostAsync(installation, Encoding.Latin1.GetBytes(latin));
        await installation.QuietAsync();

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await installation.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Tries > 0)));
    }

    [Fact]
    public async Task A_press_on_a_button_of_long_ago_is_told_so_and_has_no_effect()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        var story = new ResidentStory(installation);
        var complaint = await story.LodgeAsync();
        var old = story.Phone.Heard.First(m => m.Buttons.Any(b => b.Label.Contains("Saya sendiri", StringComparison.Ordinal)));

        // Act
        await story.Phone.PressesAsync(old, old.Buttons[0].Data!);
        await installation.QuietAsync();

        // Assert
        Assert.Contains("sudah tidak berlaku", story.Phone.Heard[^1].Text);
        Assert.Equal([complaint.Reference], await installation.ReadAsync(db => db.Complaints.Select(c => c.Reference).ToListAsync()));
        Assert.Equal(0, await installation.ReadAsync(db => db.Complaints.Select(c => c.Version).SingleAsync()));
    }

    [Fact]
    public async Task A_message_that_comes_again_under_the_same_number_changes_nothing()
    {
        // Arrange
        await using var installation = await Installation.StartAsync(DatabaseProvider.Sqlite);
        var story = new ResidentStory(installation);
        await story.SayAsync("/start");
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"update_id":77,"message":{"message_id":900,"date":1795320784,"chat":{"id":{{{story.Phone.Id}}},"type":"private"},"from":{"id":{{{story.Phone.Id}}},"first_name":"x"},"text":"lapor"}}""");
        using var first = await PostAsync(installation, body);
        await installation.QuietAsync();
        var heard = story.Phone.Heard.Count;

        // Act
        for (var i = 0; i < 5; i++)
        {
            using var again = await PostAsync(installation, body);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        await installation.QuietAsync();

        // Assert
        Assert.Equal(heard, story.Phone.Heard.Count);
        Assert.Equal(1, await installation.ReadAsync(db => db.InboundMessages.CountAsync(m => m.UpdateKey.EndsWith(":77"))));
        Assert.Equal(InboundState.Done, await installation.ReadAsync(db => db.InboundMessages.Where(m => m.UpdateKey.EndsWith(":77")).Select(m => m.State).SingleAsync()));
    }

    private static async Task<HttpResponseMessage> PostAsync(Installation installation, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/telegram") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Installation.Secret);
        request.Content.Headers.ContentType = new("application/json");
        return await installation.Http.SendAsync(request);
    }
}
