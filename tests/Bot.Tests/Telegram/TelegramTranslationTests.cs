using System.Text.Json;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Telegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>
/// Every sample is translated: whatever Telegram sends becomes an activity. Each file holds an update as the Bot
/// API sends it and what has to come out of it; fields that are not expected must not be there.
/// </summary>
public sealed class TelegramTranslationTests
{
    private static readonly ChannelAccount Bot = new("123456789", "SLRT_uji_bot", "bot");

    public static TheoryData<string> Samples()
    {
        var names = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileNameWithoutExtension(path));
        }

        return names;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Telegram", "Samples");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_becomes_what_it_says(string sample)
    {
        // Arrange
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, sample + ".json")));
        var expected = file.RootElement.GetProperty("expect").Deserialize<Expected>(JsonSerializerOptions.Web)!;
        var raw = JsonSerializer.SerializeToUtf8Bytes(file.RootElement.GetProperty("update"));

        // Act
        var activity = TelegramTranslation.ToActivity(raw, Bot);

        // Assert
        Assert.Equal(expected, Expected.Of(activity));
        Assert.Equal(Channels.Telegram, activity.ChannelId);
        Assert.Equal(Bot.Id, activity.Recipient?.Id);
        Assert.False(string.IsNullOrEmpty(activity.Id));
    }

    [Theory]
    [InlineData("\"photo\":[null,{\"file_id\":\"large\",\"width\":9,\"height\":9}]")]
    [InlineData("\"entities\":[null]")]
    [InlineData("\"reply_markup\":{\"inline_keyboard\":[null,[null]]}")]
    public void Nothing_in_a_list_costs_no_word_of_the_message(string spoilt)
    {
        // Arrange
        var raw = System.Text.Encoding.UTF8.GetBytes(
            $$$"""{"update_id":1,"message":{"message_id":5,"date":1795320784,{{{spoilt}}},"chat":{"id":9,"type":"private"},"from":{"id":9},"text":"Halo"}}""");

        // Act
        var activity = TelegramTranslation.ToActivity(raw, Bot);

        // Assert
        Assert.Equal("Halo", activity.Text);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_can_be_addressed_before_it_is_translated(string sample)
    {
        // Arrange
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, sample + ".json")));
        var update = file.RootElement.GetProperty("update");

        // Act
        var envelope = TelegramEnvelope.Read(JsonSerializer.SerializeToUtf8Bytes(update));
        var activity = TelegramTranslation.ToActivity(JsonSerializer.SerializeToUtf8Bytes(update), Bot);

        // Assert
        Assert.Equal(update.GetProperty("update_id").GetInt64(), envelope!.UpdateId);
        Assert.Equal(activity.Conversation?.Id, envelope.ChatId?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_activity_of_a_sample_holds_a_null_on_the_wire(string sample)
    {
        // Arrange
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, sample + ".json")));
        var activity = TelegramTranslation.ToActivity(JsonSerializer.SerializeToUtf8Bytes(file.RootElement.GetProperty("update")), Bot);

        // Act
        var json = JsonSerializer.Serialize(activity, ProtocolJson.Options);
        var back = JsonSerializer.Deserialize<Activity>(json, ProtocolJson.Options)!;

        // Assert
        Assert.DoesNotContain(":null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", json, StringComparison.Ordinal);
        Assert.Equal(Expected.Of(activity), Expected.Of(back));
    }

    [Fact]
    public void The_largest_picture_is_the_one_with_the_most_pixels_wherever_it_stands()
    {
        // Arrange
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "link-under-a-caption.json")));

        // Act
        var activity = TelegramTranslation.ToActivity(JsonSerializer.SerializeToUtf8Bytes(file.RootElement.GetProperty("update")), Bot);

        // Assert
        var photo = Assert.Single(activity.Attachments);
        Assert.Equal(("telegram:file/large", "telegram:file/small"), (photo.ContentUrl, photo.ThumbnailUrl));
    }

    [Theory]
    [InlineData("\"message_thread_id\":45,\"is_topic_message\":true", "5/45")]
    [InlineData("\"message_thread_id\":45", "5")]
    [InlineData("\"is_topic_message\":true", "5")]
    [InlineData("\"caption\":\"x\"", "5")]
    public void A_message_in_a_topic_is_addressed_there(string fields, string address)
    {
        // Act
        var message = Translate($$$"""{"update_id":1,"message":{"message_id":7,"chat":{"id":5,"type":"private"},{{{fields}}},"text":"halo"}}""");
        var press = Translate($$$"""{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"a","message":{"message_id":7,"date":1,"chat":{"id":5,"type":"private"},{{{fields}}} } } }""");

        // Assert
        Assert.Equal((address, address), (TelegramAddress.Of(message), TelegramAddress.Of(press)));
    }

    [Fact]
    public void A_person_who_blocks_the_bot_keeps_the_address()
    {
        // Act
        var activity = Translate("""{"update_id":1,"my_chat_member":{"chat":{"id":5},"from":{"id":5},"date":1}}""");

        // Assert
        Assert.Null(TelegramAddress.Of(activity));
    }

    [Fact]
    public void A_kind_whose_name_is_no_text_is_an_event()
    {
        // Act
        var activity = TelegramTranslation.ToActivity("""{"update_id":1,"\ud800":{"chat":{"id":5}}}"""u8.ToArray(), Bot);

        // Assert
        Assert.Equal((ActivityTypes.Event, "5"), (activity.Type, activity.Conversation?.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{\"update_id\":\"1\"}")]
    [InlineData("{\"update_id\":1.5}")]
    [InlineData("{\"update_id\":1e400}")]
    [InlineData("{\"message\":{}}")]
    [InlineData("{\"update_id\":1")]
    public void What_has_no_integer_id_has_no_envelope(string body)
    {
        // Act
        var envelope = TelegramEnvelope.Read(System.Text.Encoding.UTF8.GetBytes(body));

        // Assert
        Assert.Null(envelope);
    }

    [Theory]
    [InlineData("""{"update_id":1,"callback_query":{"id":"\ud800","from":{"id":5},"data":"a"}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"1","from":{"id":5},"data":"\ud800"}}""")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":5},"from":{"id":5},"text":"\ud800"}}""")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":5},"from":{"id":5},"text":"a\u0000b"}}""")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":5},"from":{"id":5},"message_id":1e3000}}""")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":5},"from":{"id":"fünf"},"photo":[{}]}}""")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":5},"from":null,"contact":{"phone_number":null}}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"from":{"id":5},"data":null,"message":[]}}""")]
    public void A_broken_field_still_becomes_a_message_of_the_right_chat(string body)
    {
        // Act
        var envelope = TelegramEnvelope.Read(System.Text.Encoding.UTF8.GetBytes(body));
        var activity = TelegramTranslation.ToActivity(System.Text.Encoding.UTF8.GetBytes(body), Bot);

        // Assert
        Assert.Equal(5, envelope?.ChatId);
        Assert.Equal(ActivityTypes.Message, activity.Type);
        Assert.Equal("5", activity.Conversation?.Id);
    }

    private static Activity Translate(string update) => TelegramTranslation.ToActivity(System.Text.Encoding.UTF8.GetBytes(update), Bot);

    /// <summary>What of an activity the bot reads.</summary>
    private sealed record Expected
    {
        public required string Type { get; init; }

        public string? Conversation { get; init; }

        public string? From { get; init; }

        public bool Group { get; init; }

        public string? Text { get; init; }

        public string? Press { get; init; }

        public string? ReplyTo { get; init; }

        public string? DeepLink { get; init; }

        public string? Album { get; init; }

        public EquatableList<string> Files { get; init; } = [];

        public EquatableList<double> Place { get; init; } = [];

        public bool Live { get; init; }

        public string? Contact { get; init; }

        public bool Own { get; init; }

        public string? Action { get; init; }

        public string? Name { get; init; }

        public string? Unreadable { get; init; }

        public static Expected Of(Activity activity)
        {
            var place = activity.ReadPlace();
            var contact = activity.ReadContact();
            return new Expected
            {
                Type = activity.Type!,
                Conversation = activity.Conversation?.Id,
                From = activity.From?.Id,
                Group = activity.Conversation?.IsGroup == true,
                Text = activity.Text,
                Press = activity.ReadPress(),
                ReplyTo = activity.ReplyToId,
                DeepLink = activity.ReadDeepLink(),
                Album = activity.ReadAlbum(),
                Files = [.. activity.ReadFiles().Select(f => f.ContentAs<MediaFacts>()!.Kind)],
                Place = place is null ? [] : [place.Latitude, place.Longitude],
                Live = place?.IsLive == true,
                Contact = contact?.PhoneNumber,
                Own = contact?.IsOwn == true,
                Action = activity.Action,
                Name = activity.Name,
                Unreadable = activity.ReadUnreadable(),
            };
        }
    }

    private sealed class EquatableList<T> : List<T>, IEquatable<EquatableList<T>>
    {
        public bool Equals(EquatableList<T>? other) => other is not null && this.SequenceEqual(other);

        public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

        public override int GetHashCode() => Count;

        public override string ToString() => string.Join(", ", this);
    }
}
