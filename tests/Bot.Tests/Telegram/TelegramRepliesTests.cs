using System.Text.Json;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Telegram;
using SlrtBot.Core.Conversations;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

public sealed class TelegramRepliesTests
{
    private const long Chat = 7_123_456_789;

    [Fact]
    public void Text_goes_out_plain_with_nothing_that_could_be_markup()
    {
        // Act
        var json = Json(new MessageContent("*halo* <b>_apa_ kabar"));

        // Assert
        Assert.Equal(
            """{"chat_id":7123456789,"text":"*halo* <b>_apa_ kabar","link_preview_options":{"is_disabled":true}}""",
            json.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal));
        Assert.DoesNotContain("parse_mode", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_number_is_set_in_fixed_width_by_its_place()
    {
        // Act
        var request = Request(new MessageContent("🙏 Nomor: SLRT-7K3Q-AB12-C") { Monospace = ["SLRT-7K3Q-AB12-C"] });

        // Assert
        var code = Assert.Single(request.Entities!);
        Assert.Equal((MessageEntityType.Code, 10, 16), (code.Type, code.Offset, code.Length));
    }

    [Theory]
    [InlineData("Delapan belas huruf", 1)]
    [InlineData("Tepat delapan bela", 2)]
    [InlineData("👨‍👩‍👧‍👦 Keluarga saya", 2)]
    public void Buttons_stand_in_two_columns_unless_a_label_is_long(string label, int columns)
    {
        // Act
        var request = Request(new MessageContent("Untuk siapa?")
        {
            Choices = [new Choice("a", label, "t1"), new Choice("b", "Lain", "t2"), new Choice("c", "Batal", "t3")],
        });

        // Assert
        var rows = Assert.IsType<InlineKeyboardMarkup>(request.ReplyMarkup).InlineKeyboard;
        Assert.Equal(columns, rows.First().Count());
        Assert.Equal(["t1", "t2", "t3"], rows.SelectMany(r => r).Select(b => b.CallbackData));
    }

    [Fact]
    public void A_button_carries_its_token_and_its_look_and_nothing_else()
    {
        // Act
        var json = Json(new MessageContent("Kirim?") { Choices = [new Choice("send", "Kirim", "kJ3vQ9", ChoiceStyle.Success)] });

        // Assert
        Assert.Contains("""[[{"text":"Kirim","style":"success","callback_data":"kJ3vQ9"}]]""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ééééééééééééééééééééééééééééééééé")]
    public void A_token_that_Telegram_would_refuse_is_refused_here(string token)
    {
        // Act
        var thrown = Record.Exception(() => Request(new MessageContent("Ya?") { Choices = [new Choice("a", "Ya", token)] }));

        // Assert
        Assert.IsType<ArgumentException>(thrown);
    }

    [Theory]
    [InlineData(Ask.Contact, """{"text":"Bagikan nomor saya","request_contact":true}""")]
    [InlineData(Ask.Location, """{"text":"Bagikan nomor saya","request_location":true}""")]
    public void Asking_for_contact_or_place_replaces_the_keyboard_and_keeps_a_way_around(Ask ask, string key)
    {
        // Act
        var json = Json(new MessageContent("Nomor HP?") { Ask = ask, AskLabel = "Bagikan nomor saya", Choices = [new Choice("skip", "Lewati", "t1")] });

        // Assert
        Assert.Contains(
            "\"reply_markup\":{\"keyboard\":[[" + key + "],[{\"text\":\"Lewati\"}]],\"resize_keyboard\":true,\"one_time_keyboard\":true}",
            json,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Afterwards_the_keyboard_goes_away()
    {
        // Act
        var json = Json(new MessageContent("Terima kasih.") { RemovesKeyboard = true });

        // Assert
        Assert.Contains("\"reply_markup\":{\"remove_keyboard\":true}", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Terima kasih.\n\nBenar\nbegitu?", "Terima kasih.|Benar\nbegitu?")]
    [InlineData("Terima kasih. Sudah.\nBenar begitu?", "Terima kasih. Sudah.|Benar begitu?")]
    [InlineData("Terima kasih! Benar begitu?", "Terima kasih!|Benar begitu?")]
    public void A_message_that_has_buttons_too_lets_the_keyboard_go_with_its_first_part(string text, string expected)
    {
        // Arrange
        var reply = ContentAsActivity.ToActivity(new MessageContent(text)
        {
            RemovesKeyboard = true,
            Choices = [new Choice("y", "Ya", "t1")],
        });

        // Act
        var parts = TelegramReplies.Split(reply).Select(p => TelegramReplies.ToSendMessage(p, Chat)).ToList();

        // Assert
        Assert.Equal(expected.Split('|'), parts.Select(p => p.Text));
        Assert.IsType<ReplyKeyboardRemove>(parts[0].ReplyMarkup);
        Assert.IsType<InlineKeyboardMarkup>(parts[1].ReplyMarkup);
    }

    [Fact]
    public void What_is_about_a_complaint_is_protected_and_what_comes_at_night_is_silent()
    {
        // Act
        var request = Request(new MessageContent("Ada kabar") { Protected = true, Silent = true });

        // Assert
        Assert.True(request.ProtectContent);
        Assert.True(request.DisableNotification);
    }

    [Fact]
    public void An_answer_to_an_earlier_message_still_arrives_when_that_one_is_gone()
    {
        // Arrange
        var reply = Activity.OfText("Laporan Anda diproses").Deliver(new DeliveryHints(QuoteId: "103"));

        // Act
        var request = TelegramReplies.ToSendMessage(reply, Chat);

        // Assert
        Assert.Equal((103, true), (request.ReplyParameters?.MessageId, request.ReplyParameters?.AllowSendingWithoutReply));
    }

    [Fact]
    public void A_hero_card_is_text_with_buttons_under_it()
    {
        // Arrange
        var card = new HeroCard { Title = "Judul", Text = "Isi", Buttons = [new CardAction(CardActionTypes.OpenUrl, "Peta", "https://example.org/")] };
        var reply = new Activity { Type = ActivityTypes.Message, Attachments = [card.ToAttachment()] };

        // Act
        var request = TelegramReplies.ToSendMessage(reply, Chat);

        // Assert
        Assert.Equal("Judul\n\nIsi", request.Text);
        Assert.Equal("https://example.org/", ((InlineKeyboardMarkup)request.ReplyMarkup!).InlineKeyboard.First().First().Url);
    }

    [Fact]
    public void A_long_answer_of_an_officer_is_cut_between_paragraphs_and_asks_at_its_end()
    {
        // Arrange
        var paragraph = string.Join(' ', Enumerable.Repeat("kata", 199)) + " ujung.";
        var text = string.Join("\n\n", Enumerable.Repeat(paragraph, 12));
        var reply = ContentAsActivity.ToActivity(new MessageContent(text) { Choices = [new Choice("y", "Ya", "t1")], Monospace = ["ujung."] });

        // Act
        var parts = TelegramReplies.Split(reply);

        // Assert
        Assert.All(parts, part => Assert.InRange(part.Text!.Length, 1, TelegramReplies.LongestText));
        Assert.All(parts, part => Assert.EndsWith("ujung.", part.Text, StringComparison.Ordinal));
        Assert.Equal(text, string.Join("\n\n", parts.Select(p => p.Text)));
        Assert.Equal(1, parts.Count(p => p.SuggestedActions is not null));
        Assert.NotNull(parts[^1].SuggestedActions);
    }

    [Fact]
    public void A_style_follows_its_words_into_the_part_where_they_are()
    {
        // Arrange
        var reply = Activity.OfText(new string('a', 3495) + "\n\n" + "Nomor SLRT-1").Style(TextStyle.Code, "SLRT-1");

        // Act
        var parts = TelegramReplies.Split(reply).Select(p => TelegramReplies.ToSendMessage(p, Chat)).ToList();

        // Assert
        Assert.Null(parts[0].Entities);
        var code = Assert.Single(parts[1].Entities!);
        Assert.Equal("SLRT-1", parts[1].Text.Substring(code.Offset, code.Length));
    }

    [Fact]
    public void An_edit_names_the_message_and_keeps_inline_buttons()
    {
        // Arrange
        var update = ContentAsActivity.ToActivity(new MessageContent("Diproses") { Choices = [new Choice("s", "Cek", "t1")] });
        update.Type = ActivityTypes.MessageUpdate;
        update.Id = "103";

        // Act
        var request = TelegramReplies.ToEditMessageText(update, Chat);

        // Assert
        Assert.Equal((103, "Diproses", "t1"), (request!.MessageId, request.Text, request.ReplyMarkup!.InlineKeyboard.First().First().CallbackData));
    }

    private static SendMessageRequest Request(MessageContent content) =>
        TelegramReplies.ToSendMessage(ContentAsActivity.ToActivity(content), Chat);

    private static string Json(MessageContent content) => JsonSerializer.Serialize(Request(content), JsonBotAPI.Options);
}
