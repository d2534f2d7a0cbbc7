using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

public sealed class TelegramWebhookTests
{
    private const string Update = """{"update_id":1,"message":{"message_id":1,"date":1795320784,"chat":{"id":5,"type":"private"},"from":{"id":5,"first_name":"Siti"},"text":"halo"}}""";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_message_is_stored_acknowledged_and_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync(provider);
        var phone = host.Telegram.Phone();

        // Act
        var delivery = await phone.SaysAsync("Beras belum datang");

        // Assert
        Assert.Equal(HttpStatusCode.OK, delivery.Status);
        Assert.Equal("Beras belum datang", (await phone.HearsAsync()).Text);
        var stored = Assert.Single(await host.InboxAsync());
        Assert.Equal($"123456789:{delivery.UpdateId}", stored.UpdateKey);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("a-secret-of-forty-three-characters-012345678")]
    [InlineData("a-secret-of-forty-three-characters-01234567890")]
    [InlineData("A-SECRET-OF-FORTY-THREE-CHARACTERS-0123456789")]
    public async Task Without_the_secret_nothing_is_stored(string? secret)
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        using var request = Post(Update, secret);

        // Act
        using var response = await host.Http.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await host.InboxAsync());
    }

    [Fact]
    public async Task The_same_update_again_is_acknowledged_and_answered_once()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var phone = host.Telegram.Phone(5);

        // Act
        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var response = await host.Http.SendAsync(Post(Update, TelegramHost.Secret));
            return response.StatusCode;
        }));
        await phone.SaysAsync("dan sesudahnya");
        await phone.HearsAsync(m => m.Text == "dan sesudahnya");

        // Assert
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(["halo", "dan sesudahnya"], phone.Heard.Select(m => m.Text));
        Assert.Equal(2, (await host.InboxAsync()).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"870000001"}""")]
    [InlineData("""{"update_id":1.5,"message":{}}""")]
    [InlineData("""{"update_id":870000001}""")]
    [InlineData("""{"update_id":870000001,"poll":{"id":"1"}}""")]
    public async Task What_nobody_could_answer_is_acknowledged_and_not_stored(string body)
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();

        // Act
        using var response = await host.Http.SendAsync(Post(body, TelegramHost.Secret));

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await host.InboxAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_a_megabyte_is_acknowledged_and_not_stored(bool announced)
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        using var request = Post(Update.Replace("halo", new string('a', 1024 * 1024), StringComparison.Ordinal), TelegramHost.Secret);
        request.Headers.TransferEncodingChunked = !announced;

        // Act
        using var response = await host.Http.SendAsync(request);

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await host.InboxAsync());
    }

    [Fact]
    public async Task A_deeply_nested_body_harms_nobody()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var body = $$"""{"update_id":1,"message":{{string.Concat(Enumerable.Repeat("{\"a\":", 10_000))}}1{{new string('}', 10_000)}}}""";

        // Act
        using var response = await host.Http.SendAsync(Post(body, TelegramHost.Secret));

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task While_the_database_takes_nothing_Telegram_is_asked_to_come_again()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        await host.Services.GetRequiredService<WriteGate>().ExecuteAsync(
            commands => commands.ExecuteAsync("alter table inbound_message rename to inbound_message_gone"), CancellationToken.None);

        // Act
        using var response = await host.Http.SendAsync(Post(Update, TelegramHost.Secret));

        // Assert
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_pressed_button_stops_spinning_at_once_and_reaches_the_bot()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var phone = host.Telegram.Phone();
        await phone.SaysAsync("tombol");
        await phone.HearsAsync(m => m.Text == "tombol");

        // Act
        await phone.PressesAsync("Ya");

        // Assert
        await phone.HearsAsync(m => m.Text == "token-1");
        await phone.StopsSpinningAsync();
        Assert.Equal(0, phone.Spinners);
    }

    [Fact]
    public async Task Who_calls_the_bot_into_a_chat_of_others_is_sent_into_a_private_one_and_nothing_of_it_is_kept()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var answered = new TaskCompletionSource<System.Text.Json.Nodes.JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Telegram.OnCall = (method, call) =>
        {
            if (method == "answerGuestQuery")
            {
                answered.TrySetResult(call);
            }
        };
        const string Guest = """{"update_id":2,"guest_message":{"message_id":9,"date":1795320784,"guest_query_id":"77","chat":{"id":-5,"type":"group"},"from":{"id":5,"first_name":"Siti"},"text":"@slrt_uji_bot bansos saya"}}""";

        // Act
        using var response = await host.Http.SendAsync(Post(Guest, TelegramHost.Secret));
        var call = await answered.Task.WaitAsync(TimeSpan.FromSeconds(15));

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("77", call["guest_query_id"]?.ToString());
        Assert.Contains("obrolan pribadi", call["result"]!["input_message_content"]!["message_text"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await host.InboxAsync());
    }

    [Fact]
    public async Task Whoever_moves_from_one_topic_to_another_is_answered_there()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var phone = host.Telegram.Phone();

        // Act
        await phone.SendsAsync(new() { ["text"] = "satu", ["message_thread_id"] = 45, ["is_topic_message"] = true }, "satu");
        var first = await phone.HearsAsync();
        await phone.SaysAsync("dua");
        var second = await phone.HearsAsync();

        // Assert
        Assert.Equal(("45", null), (first.Raw["message_thread_id"]?.ToString(), second.Raw["message_thread_id"]?.ToString()));
    }

    [Fact]
    public async Task A_person_who_blocks_the_bot_is_left_alone_until_they_write_again()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var phone = host.Telegram.Phone();
        host.Telegram.Faults.Next("sendMessage", FakeFault.Blocked);
        var decided = new TaskCompletionSource();
        using var listening = host.Services.GetRequiredService<CommittedEvents>().Listen(happened =>
        {
            if (happened is MessageDelivered)
            {
                decided.TrySetResult();
            }
        });

        // Act
        await phone.SaysAsync("halo");
        await decided.Task;
        await phone.SaysAsync("masih ada?");
        await phone.HearsAsync(m => m.Text == "masih ada?");

        // Assert
        var outbox = await host.OutboxAsync();
        Assert.Equal((OutboundState.Failed, "unreachable"), (outbox[0].State, outbox[0].ErrorCode));
        Assert.NotEqual(OutboundState.Cancelled, outbox[1].State);
    }

    private static HttpRequestMessage Post(string body, string? secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/telegram")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return request;
    }
}
