using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>The same message as each channel can show it.</summary>
public sealed class ConnectorRepliesTests
{
    private static readonly MessageContent Question = new("Setuju?")
    {
        Choices = [new Choice("yes", "Setuju", "token-1"), new Choice("no", "Tidak", "token-2")],
    };

    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    public async Task Where_there_are_suggestions_each_choice_is_one_that_brings_its_token_back(string channel)
    {
        // Act
        var reply = Assert.Single(await DrawAsync(Question, channel));

        // Assert
        var actions = reply.SuggestedActions!.Actions;
        Assert.Equal(["messageBack Setuju Setuju", "messageBack Tidak Tidak"], actions.Select(a => $"{a.Type} {a.Title} {a.DisplayText}"));
        Assert.Equal("token-1", actions[0].Value!.Value.GetProperty("press").GetString());
        Assert.Equal("Setuju?", reply.Text);
    }

    [Theory]
    [InlineData("emulator")]
    [InlineData("line")]
    public async Task Clients_that_show_only_imBack_get_buttons_that_say_their_words(string channel)
    {
        // Act
        var reply = Assert.Single(await DrawAsync(Question, channel));

        // Assert
        Assert.Equal(["imBack Setuju Setuju", "imBack Tidak Tidak"], reply.SuggestedActions!.Actions.Select(a => $"{a.Type} {a.Title} {a.Value}"));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    public async Task What_brings_the_person_further_is_the_first_button(string channel)
    {
        // Arrange
        var review = new MessageContent("Periksa dulu")
        {
            Choices = [new Choice("1", "Ubah 1", "t1"), new Choice("2", "Ubah 2", "t2"), new Choice("send", "Kirim laporan", "t3", ChoiceStyle.Success)],
        };

        // Act
        var reply = Assert.Single(await DrawAsync(review, channel));

        // Assert
        Assert.Equal(["Kirim laporan", "Ubah 1", "Ubah 2"], reply.SuggestedActions!.Actions.Select(a => a.Title));
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("email")]
    public async Task In_a_numbered_list_it_is_the_first_as_well_and_keeps_its_number(string channel)
    {
        // Arrange
        var review = new MessageContent("1. Untuk: Saya\n2. Cerita: Beras")
        {
            Choices = [new Choice("1", "Ubah 1", "t1"), new Choice("2", "Ubah 2", "t2"), new Choice("send", "Kirim laporan", "t3", ChoiceStyle.Success)],
        };

        // Act
        var reply = Assert.Single(await DrawAsync(review, channel));

        // Assert
        Assert.Equal("1. Untuk: Saya\n2. Cerita: Beras\n\n3. Kirim laporan\n1. Ubah 1\n2. Ubah 2\n\nBalas dengan angkanya.", reply.Text);
    }

    [Fact]
    public async Task Teams_gets_cards_of_six_buttons()
    {
        // Arrange
        var many = new MessageContent("Pilih") { Choices = [.. Enumerable.Range(1, 8).Select(i => new Choice($"{i}", $"Pilihan {i}", $"token-{i}"))] };

        // Act
        var reply = Assert.Single(await DrawAsync(many, "msteams"));

        // Assert
        Assert.Equal([6, 2], reply.Attachments.Select(a => a.ContentAs<HeroCard>()!.Buttons.Count));
        Assert.Null(reply.SuggestedActions);
    }

    [Theory]
    [InlineData("sms", "id", "Setuju?\n\n1. Setuju\n2. Tidak\n\nBalas dengan angkanya.")]
    [InlineData("whoever", "en", "Setuju?\n\n1. Setuju\n2. Tidak\n\nReply with its number.")]
    public async Task Elsewhere_choices_are_numbered_lines(string channel, string language, string expected)
    {
        // Act
        var reply = Assert.Single(await DrawAsync(Question, channel, language));

        // Assert
        Assert.Equal(expected, reply.Text);
        Assert.Empty(reply.Attachments);
    }

    [Fact]
    public async Task A_button_that_lasts_has_no_number_that_could_be_another_questions()
    {
        // Arrange
        var card = new MessageContent("Status: Ditinjau.") { Choices = [Choice.Lasting("status", "Cek status")] };

        // Act
        var reply = Assert.Single(await DrawAsync(card, "sms"));

        // Assert
        Assert.Equal("Status: Ditinjau.\n\n• Cek status\n\nBalas dengan kata itu.", reply.Text);
    }

    [Fact]
    public async Task More_choices_than_a_channel_can_suggest_are_numbered()
    {
        // Arrange
        var many = new MessageContent("Pilih") { Choices = [.. Enumerable.Range(1, 14).Select(i => new Choice($"{i}", $"Pilihan {i}", $"token-{i}"))] };

        // Act
        var reply = Assert.Single(await DrawAsync(many, "line"));

        // Assert
        Assert.Null(reply.SuggestedActions);
        Assert.Contains("14. Pilihan 14", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_cut_and_its_choices_stand_under_the_last_part()
    {
        // Arrange
        var content = Question with { Text = string.Join("\n\n", Enumerable.Repeat(new string('a', 999), 8)) };

        // Act
        var parts = await DrawAsync(content, "webchat");

        // Assert
        Assert.Equal(3, parts.Count);
        Assert.Equal([false, false, true], parts.Select(p => p.SuggestedActions is not null));
        Assert.All(parts, p => Assert.Equal("plain", p.TextFormat));
    }

    private static async Task<IReadOnlyList<Activity>> DrawAsync(MessageContent content, string channel, string language = "id")
    {
        await using var host = await ConnectorHost.StartAsync();
        var to = new ConversationReference { ChannelId = channel, Conversation = new ConversationAccount { Id = "1" } };
        return host.Services.GetRequiredService<ConnectorReplies>().Draw(content, to, language);
    }
}
