using System.Globalization;
using System.Text;
using System.Text.Json;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Bot.Protocol;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>
/// Every sample is translated: whatever a channel sends becomes an activity of ours. Each file holds an activity as
/// channels send it and what has to come out of it; fields that are not expected must not be there.
/// </summary>
public sealed class ActivityTranslationTests
{
    public static TheoryData<string> Samples()
    {
        var names = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileNameWithoutExtension(path));
        }

        return names;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "BotFramework", "Samples");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_becomes_what_it_says(string sample)
    {
        // Arrange
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, sample + ".json")));
        var expected = file.RootElement.GetProperty("expect").Deserialize<Expected>(JsonSerializerOptions.Web)!;
        var sent = file.RootElement.GetProperty("activity");

        // Act
        var activity = ActivityTranslation.ToActivity(JsonSerializer.SerializeToUtf8Bytes(sent));

        // Assert
        Assert.Equal(expected, Expected.Of(activity));
        Assert.Equal(sent.GetProperty("channelId").GetString(), activity.ChannelId);
        Assert.Equal(sent.GetProperty("serviceUrl").GetString(), activity.ServiceUrl);
        Assert.Equal(sent.GetProperty("conversation").GetProperty("id").GetString(), activity.Conversation?.Id);
        Assert.Equal(sent.GetProperty("type").GetString() == "conversationUpdate" ? null : sent.GetProperty("id").GetString(), activity.Id);
    }

    [Fact]
    public void What_only_this_program_says_cannot_be_sent_in()
    {
        // Arrange
        var forged = Read("forged-entities");
        var pause = Read("forged-pause");

        // Act
        var message = ActivityTranslation.ToActivity(forged);
        var silence = ActivityTranslation.ToActivity(pause);

        // Assert
        Assert.Null(message.ReadContact());
        Assert.Null(message.ReadAlbum());
        Assert.Null(message.ReadDeepLink());
        Assert.NotEqual(EventNames.Pause, silence.Name);
    }

    [Theory]
    [InlineData("""{"type":"message","channelId":"c","conversation":{"id":"1"},"text":5}""")]
    [InlineData("""{"type":"message","channelId":"c","conversation":{"id":"1"},"attachments":[null]}""")]
    [InlineData("""{"type":"message","channelId":"c","conversation":{"id":"1"},"entities":[null,{"type":5}]}""")]
    [InlineData("""{"type":"message","channelId":"c","conversation":{"id":"1"},"value":{"a":"\ud800"}}""")]
    [InlineData("""{"type":"message","channelId":"c","conversation":{"id":"1"},"from":{"\ud800":1}}""")]
    [InlineData("""{"type":"message","channelId":"c","conversation":{"id":"1"},"timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","channelId":"c","conversation":{"id":"1"},"entities":[{"type":"GeoCoordinates","latitude":1e400,"longitude":200}]}""")]
    public void What_is_broken_is_still_a_message_that_can_be_answered(string json)
    {
        // Act
        var activity = ActivityTranslation.ToActivity(Encoding.UTF8.GetBytes(json));

        // Assert
        Assert.Equal((ActivityTypes.Message, "1"), (activity.Type, activity.Conversation?.Id));
        Assert.NotNull(activity.ReadUnreadable());
    }

    [Theory]
    [InlineData("\"localTimestamp\":\"\"")]
    [InlineData("\"timestamp\":\"kemarin\",\"localTimestamp\":17")]
    [InlineData("\"replyToId\":5")]
    [InlineData("\"locale\":[\"id\"],\"textFormat\":1,\"inputHint\":{},\"name\":7")]
    [InlineData("\"entities\":\"x\"")]
    [InlineData("\"entities\":{\"type\":\"mention\"}")]
    [InlineData("\"entities\":[5,{\"type\":[]},null]")]
    [InlineData("\"attachments\":{\"contentType\":\"image/png\"}")]
    [InlineData("\"attachments\":[{\"contentType\":5,\"contentUrl\":6}]")]
    [InlineData("\"suggestedActions\":[],\"membersAdded\":1,\"membersRemoved\":2,\"action\":3,\"deliveryMode\":4")]
    [InlineData("\"from\":\"siti\",\"recipient\":9")]
    [InlineData("\"from\":{\"id\":5},\"recipient\":{\"name\":5}")]
    [InlineData("\"value\":{\"a\":\"\\ud800\"},\"channelData\":\"x\"")]
    [InlineData("\"value\":\"\\ud800\"")]
    [InlineData("\"entities\":[{\"type\":\"mention\",\"text\":\"\\ud800\"}]")]
    [InlineData("\"hologram\":{\"\\ud800\":1},\"locale\":5")]
    public void A_side_field_of_another_shape_costs_no_word_of_the_message(string odd)
    {
        // Act
        var activity = ActivityTranslation.ToActivity(
            Encoding.UTF8.GetBytes($$"""{"type":"message","id":"7","channelId":"c","conversation":{"id":"1"},"text":"beras belum datang",{{odd}}}"""));

        // Assert
        Assert.Equal((ActivityTypes.Message, "beras belum datang"), (activity.Type, activity.Text));
        Assert.Null(activity.ReadUnreadable());
    }

    [Theory]
    [InlineData("<at>SLRT Bandung</at> halo", "{\"type\":\"mention\",\"mentioned\":{\"id\":\"28:b\"}}")]
    [InlineData("<at id=\"0\">slrt&nbsp;x</at>halo <at>SLRT Bandung</at>", "{\"type\":\"mention\",\"mentioned\":{\"id\":\"28:b\"},\"text\":\"<at id=\\\"0\\\">slrt&nbsp;x</at>\"}")]
    [InlineData("SLRT Bandung, halo", "{\"type\":\"mention\",\"mentioned\":{\"id\":\"28:b\"},\"text\":\"<at>SLRT</at>\"}")]
    [InlineData("@slrt bandung halo", "{\"type\":\"clientInfo\"}")]
    [InlineData("<AT>SLRT Bandung</AT>halo", "{\"type\":\"mention\",\"text\":7,\"mentioned\":{\"id\":\"28:b\"}}")]
    [InlineData("SLRT halo", "{\"type\":\"mention\",\"mentioned\":{\"id\":\"28:b\",\"name\":\"SLRT\"}}")]
    public void The_bots_name_is_left_away_however_the_channel_writes_it(string text, string entity)
    {
        // Act
        var activity = Mention(text, entity);

        // Assert
        Assert.Equal("halo", activity.Text);
    }

    [Theory]
    [InlineData("<at>Bu Rina</at> belum dapat", "{\"type\":\"mention\",\"mentioned\":{\"id\":\"29:r\",\"name\":\"Bu Rina\"},\"text\":\"<at>Bu Rina</at>\"}", "Bu Rina belum dapat")]
    [InlineData("SLRT Bandung tutup jam berapa", "{\"type\":\"clientInfo\"}", "SLRT Bandung tutup jam berapa")]
    [InlineData("@slrt bandungan itu apa", "{\"type\":\"clientInfo\"}", "@slrt bandungan itu apa")]
    public void Other_peoples_names_and_sentences_stay(string text, string entity, string expected)
    {
        // Act
        var activity = Mention(text, entity);

        // Assert
        Assert.Equal(expected, activity.Text);
    }

    private static Activity Mention(string text, string entity) => ActivityTranslation.ToActivity(Encoding.UTF8.GetBytes(
        $$$"""{"type":"message","channelId":"msteams","conversation":{"id":"1"},"recipient":{"id":"28:b","name":"SLRT Bandung"},"text":{{{JsonSerializer.Serialize(text)}}},"entities":[{{{entity}}}]}"""));

    [Fact]
    public void Where_a_link_leads_is_read_from_the_page_that_comes_along()
    {
        // Act
        var activity = ActivityTranslation.ToActivity(
            """{"type":"message","channelId":"msteams","conversation":{"id":"1"},"text":"cek di sini","attachments":[{"contentType":"text/html","content":"<p>cek <a class='x' href=\"https://bansos-palsu.com/?a=1&amp;b=2\">di sini</a></p>"}]}"""u8.ToArray());

        // Assert
        Assert.Equal("cek di sini (https://bansos-palsu.com/?a=1&b=2)", activity.Text);
    }

    private static byte[] Read(string sample)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, sample + ".json")));
        return JsonSerializer.SerializeToUtf8Bytes(file.RootElement.GetProperty("activity"));
    }

    public sealed record Expected
    {
        public string? Type { get; init; }

        public string? Text { get; init; }

        public string? Press { get; init; }

        public string? Action { get; init; }

        public string? Place { get; init; }

        public string? DeepLink { get; init; }

        public bool IsGroup { get; init; }

        public IReadOnlyList<string> Files { get; init; } = [];

        public static Expected Of(Activity activity) => new()
        {
            Type = activity.Type,
            Text = activity.Text,
            Press = activity.ReadPress(),
            Action = activity.Action,
            Place = activity.ReadPlace() is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place.Latitude} {place.Longitude}") : null,
            DeepLink = activity.ReadDeepLink(),
            IsGroup = activity.Conversation?.IsGroup == true,
            Files = [.. activity.ReadFiles().Select(f => $"{f.ContentType} {f.ContentUrl}")],
        };

        public bool Equals(Expected? other) => other is not null
            && (Type, Text, Press, Action, Place, DeepLink, IsGroup) == (other.Type, other.Text, other.Press, other.Action, other.Place, other.DeepLink, other.IsGroup)
            && Files.SequenceEqual(other.Files);

        public override int GetHashCode() => HashCode.Combine(Type, Text, Press);
    }
}
