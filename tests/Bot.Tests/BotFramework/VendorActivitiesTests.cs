using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using Xunit;
using Vendor = Microsoft.Bot.Schema;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>The same activities, read by the Bot Framework's own classes: both sides of the wire mean the same (docs/adr/0005).</summary>
public sealed class VendorActivitiesTests
{
    public static TheoryData<string> Samples() => ActivityTranslationTests.Samples();

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_channels_send_is_read_alike(string sample)
    {
        // Arrange
        var path = Path.Combine(AppContext.BaseDirectory, "BotFramework", "Samples", $"{sample}.json");
        var sent = JsonNode.Parse(File.ReadAllBytes(path))!["activity"]!;

        // Act
        var ours = sent.Deserialize<Activity>(ProtocolJson.Options)!;
        var theirs = JsonConvert.DeserializeObject<Vendor.Activity>(sent.ToJsonString(), HttpHelper.BotMessageSerializerSettings)!;

        // Assert
        Assert.Equal(
            (theirs.Type, theirs.Id, theirs.Text, theirs.TextFormat, theirs.Locale, theirs.ReplyToId, theirs.Name, theirs.Action),
            (ours.Type, ours.Id, ours.Text, ours.TextFormat, ours.Locale, ours.ReplyToId, ours.Name, ours.Action));
        Assert.Equal(
            (theirs.ChannelId, theirs.ServiceUrl, theirs.From?.Id, theirs.From?.Name, theirs.Recipient?.Id, theirs.Conversation?.Id, theirs.Timestamp),
            (ours.ChannelId, ours.ServiceUrl, ours.From?.Id, ours.From?.Name, ours.Recipient?.Id, ours.Conversation?.Id, ours.Timestamp));
        Assert.Equal(
            (theirs.Attachments ?? []).Select(a => $"{a.ContentType} {a.ContentUrl} {a.Name}"), ours.Attachments.Select(a => $"{a.ContentType} {a.ContentUrl} {a.Name}"));
        Assert.Equal((theirs.MembersAdded ?? []).Select(m => m.Id), ours.MembersAdded.Select(m => m.Id));
        Assert.Equal((theirs.Entities ?? []).Select(e => e.Type), ours.Entities.Select(e => e.Type));
    }

    [Theory]
    [InlineData("webchat", 0)]
    [InlineData("webchat", 3)]
    [InlineData("msteams", 8)]
    [InlineData("line", 13)]
    [InlineData("sms", 3)]
    public async Task What_we_send_loses_nothing_when_the_vendors_classes_read_and_write_it(string channel, int choices)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var content = new MessageContent("Setuju? 😀 <b>&") { Choices = [.. Enumerable.Range(1, choices).Select(i => new Choice($"{i}", $"Pilihan {i}", $"token-{i}"))] };

        // Act
        var sent = host.Services.GetRequiredService<ConnectorReplies>().Draw(content, To(channel), "id");

        // Assert
        Assert.All(sent, AssertSame);
    }

    [Fact]
    public void A_hand_off_loses_nothing_either()
    {
        // Arrange
        var content = new MessageContent("") { Transcript = [new SaidLine(true, "halo", new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc))] };

        // Act
        var sent = ConnectorReplies.HandOff(content, To("webchat"));

        // Assert
        AssertSame(sent);
    }

    private static ConversationReference To(string channel) => new()
    {
        ActivityId = "activity-1",
        ChannelId = channel,
        ServiceUrl = "https://smba.trafficmanager.net/emea/",
        Conversation = new ConversationAccount { Id = "conversation-1" },
        Bot = new ChannelAccount("bot-1", role: "bot"),
        User = new ChannelAccount("siti"),
    };

    private static void AssertSame(Activity sent)
    {
        var ours = JsonNode.Parse(SpelledAlike(System.Text.Json.JsonSerializer.Serialize(sent, ProtocolJson.Options)))!;
        var read = JsonConvert.DeserializeObject<Vendor.Activity>(ours.ToJsonString(), HttpHelper.BotMessageSerializerSettings)!;
        var theirs = JsonNode.Parse(JsonConvert.SerializeObject(read, HttpHelper.BotMessageSerializerSettings));
        Assert.True(JsonNode.DeepEquals(ours, theirs), $"{ours}\n{theirs}");
    }

    /// <summary>One instant, written in two ways.</summary>
    private static string SpelledAlike(string json) =>
        json.Replace("+00:00\"", "Z\"", StringComparison.Ordinal).Replace("\\u002B00:00\"", "Z\"", StringComparison.Ordinal);
}
