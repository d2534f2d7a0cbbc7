using SlrtBot.Bot.Telegram;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

public sealed class TelegramMessengerTests : IAsyncLifetime
{
    private TestTelegram _telegram = null!;
    private TelegramState _state = null!;
    private TelegramMessenger _messenger = null!;

    private FakePhone Phone => _telegram.Server.Phone();

    public async Task InitializeAsync()
    {
        _telegram = await TestTelegram.StartAsync();
        _telegram.Server.Phone();
        _state = new TelegramState(_telegram.Options, _telegram.Clock);
        _messenger = new TelegramMessenger(
            _telegram.Client, new TelegramThrottle(_telegram.Options, _telegram.Clock), _telegram.Options, _state, _telegram.Clock);
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task A_message_that_arrives_has_the_id_that_Telegram_gave_it()
    {
        // Act
        var delivery = await SendAsync("Halo");

        // Assert
        var heard = await Phone.HearsAsync();
        Assert.Equal(new Delivery(DeliveryResult.Sent, heard.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), delivery);
    }

    [Fact]
    public async Task An_edit_changes_the_message_that_it_is_about()
    {
        // Arrange
        var sent = await SendAsync("Diterima");

        // Act
        var delivery = await _messenger.SendAsync(Message("Ditinjau") with { Kind = OutboundKind.Edit, About = sent.ProviderMessageId }, default);

        // Assert
        Assert.Equal(DeliveryResult.Sent, delivery.Result);
        var heard = Assert.Single(Phone.Heard);
        Assert.Equal(("Ditinjau", "Diterima"), (heard.Text, Assert.Single(heard.EarlierTexts)));
    }

    [Fact]
    public async Task An_edit_of_a_message_that_never_arrived_is_given_up()
    {
        // Act
        var delivery = await _messenger.SendAsync(Message("Ditinjau") with { Kind = OutboundKind.Edit }, default);

        // Assert
        Assert.Equal(new Delivery(DeliveryResult.Refused, ErrorCode: "nothing_to_change"), delivery);
    }

    [Fact]
    public async Task News_answer_the_message_that_they_are_about()
    {
        // Arrange
        var sent = await SendAsync("Diterima");

        // Act
        await _messenger.SendAsync(Message("Kabar") with { Kind = OutboundKind.Notice, About = sent.ProviderMessageId }, default);

        // Assert
        Assert.Equal(Phone.Heard[0].Id, Phone.Heard[1].QuotedId);
    }

    [Fact]
    public async Task The_fourth_message_in_a_second_waits()
    {
        // Arrange
        for (var i = 0; i < 3; i++)
        {
            await SendAsync($"{i}");
        }

        // Act
        var delivery = await SendAsync("3");

        // Assert
        Assert.Equal(new Delivery(DeliveryResult.Later, NotBefore: _telegram.Clock.UtcNow.AddSeconds(1)), delivery);
        Assert.Equal(3, Phone.Heard.Count);
    }

    [Fact]
    public async Task During_a_pause_that_Telegram_asked_for_nobody_is_called()
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.TooManyRequests(30));
        var asked = await SendAsync("satu");
        var calls = _telegram.Server.Count("sendMessage");

        // Act
        var capacity = _messenger.Capacity;
        var during = await SendAsync("dua", chat: 8);
        _telegram.Clock.Advance(TimeSpan.FromSeconds(31));
        var after = await SendAsync("tiga");

        // Assert
        Assert.Equal(new Delivery(DeliveryResult.Later, NotBefore: _telegram.Clock.UtcNow), asked);
        Assert.Equal((0, DeliveryResult.Later), (capacity, during.Result));
        Assert.Equal(calls + 1, _telegram.Server.Count("sendMessage"));
        Assert.Equal(DeliveryResult.Sent, after.Result);
    }

    public static TheoryData<FakeFault, DeliveryResult, string> Fates() => new()
    {
        { FakeFault.Blocked, DeliveryResult.Unreachable, "unreachable" },
        { FakeFault.Refusal(400, "Bad Request: chat not found"), DeliveryResult.Unreachable, "unreachable" },
        { FakeFault.Refusal(400, "Bad Request: message is too long"), DeliveryResult.Refused, "refused_400" },
        { FakeFault.Unauthorized, DeliveryResult.ChannelDown, "token_refused" },
        { FakeFault.Html(403), DeliveryResult.NotSent, "no_connection" },
        { FakeFault.ServerError, DeliveryResult.Unknown, "no_answer" },
        { FakeFault.ResetAfterAccept, DeliveryResult.Broken, "no_answer" },
    };

    [Theory]
    [MemberData(nameof(Fates))]
    public async Task Every_outcome_has_its_meaning_for_the_outbox(FakeFault fault, DeliveryResult expected, string code)
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", fault);

        // Act
        var delivery = await SendAsync("Halo");

        // Assert
        Assert.Equal((expected, code), (delivery.Result, delivery.ErrorCode));
    }

    [Fact]
    public async Task After_a_refused_token_nothing_is_sent_for_a_minute()
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Unauthorized);

        // Act
        await SendAsync("Halo");
        var during = _messenger.Capacity;
        _telegram.Clock.Advance(TimeSpan.FromMinutes(1));

        // Assert
        Assert.Equal(ChannelState.Refused, _state.State);
        Assert.Equal(0, during);
        Assert.True(_messenger.Capacity > 0);
    }

    [Fact]
    public async Task A_long_answer_that_was_interrupted_goes_on_where_it_stopped()
    {
        // Arrange
        var words = string.Join("\n\n", Enumerable.Range(1, 6).Select(i => new string((char)('a' + i), 3000)));
        var message = Message(words);
        var first = await _messenger.SendAsync(message, CancellationToken.None);
        _telegram.Clock.Advance(TimeSpan.FromSeconds(3));
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Html(403));
        var second = await _messenger.SendAsync(message, CancellationToken.None);

        // Act
        var third = await _messenger.SendAsync(message, CancellationToken.None);
        _telegram.Clock.Advance(TimeSpan.FromSeconds(3));
        var last = await _messenger.SendAsync(message, CancellationToken.None);

        // Assert
        Assert.Equal(
            [DeliveryResult.Later, DeliveryResult.NotSent, DeliveryResult.Later, DeliveryResult.Sent],
            [first.Result, second.Result, third.Result, last.Result]);
        Assert.Equal(words, string.Join("\n\n", Phone.Heard.Select(m => m.Text)));
    }

    [Theory]
    [InlineData(OutboundKind.Reply, false)]
    [InlineData(OutboundKind.Notice, true)]
    [InlineData(OutboundKind.Staff, true)]
    public async Task What_is_about_a_complaint_cannot_be_forwarded(OutboundKind kind, bool isProtected)
    {
        // Act
        await _messenger.SendAsync(Message("Ada kabar") with { Kind = kind }, CancellationToken.None);

        // Assert
        Assert.Equal(isProtected, Phone.Heard[0].IsProtected);
    }

    [Theory]
    [InlineData("", "7123456789")]
    [InlineData("  ", "7123456789")]
    [InlineData("Halo", "")]
    [InlineData("Halo", "siti")]
    public async Task What_cannot_be_sent_is_refused_here(string text, string address)
    {
        // Act
        var delivery = await _messenger.SendAsync(Message(text) with { Address = address }, CancellationToken.None);

        // Assert
        Assert.Equal(DeliveryResult.Refused, delivery.Result);
        Assert.Equal(0, _telegram.Server.Count("sendMessage"));
    }

    [Fact]
    public async Task Whoever_writes_in_a_topic_is_answered_in_it()
    {
        // Act
        await _messenger.SendAsync(Message("Halo") with { Address = "7123456789/45" }, CancellationToken.None);
        await _messenger.ShowTypingAsync("7123456789/45", CancellationToken.None);

        // Assert
        Assert.Equal("45", Phone.Heard[0].Raw["message_thread_id"]?.ToString());
        Assert.Equal("45", _telegram.Server.LastCall["sendChatAction"]["message_thread_id"]?.ToString());
    }

    [Fact]
    public async Task An_answer_into_a_topic_that_was_deleted_reaches_the_chat_itself()
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Refusal(400, "Bad Request: message thread not found"));

        // Act
        var delivery = await _messenger.SendAsync(Message("Halo") with { Address = "7123456789/45" }, CancellationToken.None);

        // Assert
        Assert.Equal(DeliveryResult.Sent, delivery.Result);
        Assert.Null(Assert.Single(Phone.Heard).Raw["message_thread_id"]);
    }

    private Task<Delivery> SendAsync(string text, long chat = 7_123_456_789)
    {
        _telegram.Server.Phone(chat);
        return _messenger.SendAsync(
            Message(text) with { Address = chat.ToString(System.Globalization.CultureInfo.InvariantCulture) }, CancellationToken.None);
    }

    private Outgoing Message(string text) => new(
        Core.Kernel.SequentialId.Next(_telegram.Clock.UtcNow),
        Core.Kernel.SequentialId.Next(_telegram.Clock.UtcNow),
        "telegram",
        "7123456789",
        OutboundKind.Reply,
        new MessageContent(text));
}
