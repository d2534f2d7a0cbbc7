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
