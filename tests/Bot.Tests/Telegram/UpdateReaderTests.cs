using System.Text;
using SlrtBot.Bot.Telegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>What the library cannot read is left out, and the rest of the message is read.</summary>
public sealed class UpdateReaderTests
{
    public static TheoryData<string> SpoiltFields() =>
    [
        "\"forward_origin\":{\"type\":\"of next year\",\"date\":1795320784}",
        "\"paid_media\":{\"star_count\":1,\"paid_media\":[{\"type\":\"of next year\"}]}",
        "\"reply_to_message\":{\"message_id\":7,\"date\":99999999999999}",
        "\"reply_to_message\":{\"message_id\":7,\"date\":-1}",
        "\"caption\":42",
        "\"photo\":\"foto\"",
        "\"photo\":[{\"file_id\":7}]",
        "\"entities\":[{\"type\":\"bold\",\"offset\":\"x\"}]",
        "\"edit_date\":1e300",
        "\"location\":{\"latitude\":\"north\"}",
        "\"hologram\":{\"\\ud800\":1}",
        "\"caption\":\"\\ud800\",\"photo\":5,\"poll\":6,\"video\":[],\"voice\":true",
    ];

    [Theory]
    [MemberData(nameof(SpoiltFields))]
    public void A_field_that_cannot_be_read_costs_no_word_of_the_message(string spoilt)
    {
        // Act
        var update = Read($$$"""{"update_id":1,"message":{"message_id":5,"date":1795320784,{{{spoilt}}},"chat":{"id":9,"type":"private"},"from":{"id":9},"text":"Halo"}}""");

        // Assert
        Assert.Equal(("Halo", 5, 9, 9), (update?.Message?.Text, update?.Message?.Id, update?.Message?.Chat.Id, update?.Message?.From?.Id));
    }

    [Fact]
    public void One_size_of_a_picture_that_cannot_be_read_leaves_the_others()
    {
        // Act
        var update = Read("""{"update_id":1,"message":{"photo":["small",{"file_id":"large"}]}}""");

        // Assert
        Assert.Equal("large", Assert.Single(update!.Message!.Photo!).FileId);
    }

    [Theory]
    [InlineData("""{"update_id":1,"message":{"from":{"id":"fünf"},"text":"Halo"}}""")]
    [InlineData("""{"update_id":1,"message":{"from":{"id":1e300},"text":"Halo"}}""")]
    public void Whoever_has_no_number_is_nobody_and_not_number_0(string json)
    {
        // Act
        var update = Read(json);

        // Assert
        Assert.Equal("Halo", update?.Message?.Text);
        Assert.Null(update!.Message!.From);
    }

    [Fact]
    public void A_member_of_a_kind_that_nobody_knows_costs_only_that()
    {
        // Act
        var update = Read("""{"update_id":1,"my_chat_member":{"chat":{"id":9},"from":{"id":9},"date":1,"old_chat_member":{"status":"member","user":{"id":1}},"new_chat_member":{"status":"of next year"}}}""");

        // Assert
        Assert.Equal(9, update?.MyChatMember?.From.Id);
        Assert.Null(update!.MyChatMember!.NewChatMember);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"update_id\":1")]
    [InlineData("{\"update_id\":1,\"update_id\":2,\"message\":{\"text\":5}}")]
    public void What_is_no_update_is_not_guessed_at(string json)
    {
        // Act
        var update = Read(json);

        // Assert
        Assert.Null(update);
    }

    [Fact]
    public void A_number_that_is_too_large_for_the_library_still_names_the_message_by_its_update()
    {
        // Act
        var activity = TelegramTranslation.ToActivity(
            """{"update_id":9999999999,"message":{"message_id":8888888888,"date":1795320784,"chat":{"id":9,"type":"private"},"from":{"id":9},"text":"Halo"}}"""u8.ToArray(),
            new Protocol.ChannelAccount("1", role: "bot"));

        // Assert
        Assert.Equal(("Halo", "9999999999"), (activity.Text, activity.Id));
    }

    [Fact]
    public void A_press_in_a_group_stays_in_the_group_when_its_message_cannot_be_read()
    {
        // Act
        var activity = TelegramTranslation.ToActivity(
            """{"update_id":1,"callback_query":{"id":"1","from":{"id":9},"data":"a","message":{"chat":{"id":-5},"date":99999999999999}}}"""u8.ToArray(),
            new Protocol.ChannelAccount("1", role: "bot"));

        // Assert
        Assert.Equal(("-5", true), (activity.Conversation?.Id, activity.Conversation?.IsGroup));
    }

    [Fact]
    public void A_forward_of_a_kind_that_nobody_knows_is_still_a_forward()
    {
        // Act
        var activity = TelegramTranslation.ToActivity(
            """{"update_id":1,"message":{"message_id":8,"chat":{"id":9},"forward_origin":{"type":"of next year"},"text":"Halo"}}"""u8.ToArray(),
            new Protocol.ChannelAccount("1", role: "bot"));

        // Assert
        Assert.True(Protocol.ActivityContents.IsForwarded(activity));
    }

    private static global::Telegram.Bot.Types.Update? Read(string json) => UpdateReader.Read(Encoding.UTF8.GetBytes(json));
}
