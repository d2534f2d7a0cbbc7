using System.Text.Json;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.WebChat;

/// <summary>A chat as bubbles: who, what, when, and which buttons still work.</summary>
public sealed class ChatPresenter(PhraseBook phrases, AreaOptions areas)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(areas.TimeZone);

    public IReadOnlyList<ChatBubble> Present(Chat chat, string language)
    {
        var labels = chat.Messages.SelectMany(m => m.Content?.Choices ?? []).DistinctBy(c => c.Token)
            .ToDictionary(c => c.Token, c => c.Label, StringComparer.Ordinal);
        var lastOwn = -1;
        for (var i = 0; i < chat.Messages.Count; i++)
        {
            lastOwn = chat.Messages[i].Content is null ? i : lastOwn;
        }

        return [.. chat.Messages.Select((m, i) => m.Content is null ? Own(m, labels, language) : Ours(m, m.Content, i > lastOwn, language))];
    }

    private ChatBubble Ours(ChatMessage message, MessageContent content, bool isLatest, string language)
    {
        var staysOpen = message.Outbound is OutboundKind.Notice;
        return new ChatBubble
        {
            Id = $"{message.Id:N}",
            IsOwn = false,
            IsStaff = message.StaffName is not null,
            Writer = message.StaffName is { } name
                ? phrases.Get(language, "webchat.staff", ("name", name))
                : phrases.Get(language, "webchat.bot"),
            Parts = Split(content),
            Clock = Clock(language, message.At),
            Day = phrases.Date(language, LocalDay.Of(message.At, _zone)),
            Choices = isLatest || staysOpen ? content.Buttons() : [],
            StaysOpen = staysOpen,
            Ask = isLatest ? content.Ask : Ask.None,
        };
    }

    private ChatBubble Own(ChatMessage message, Dictionary<string, string> labels, string language) => new()
    {
        Id = $"{message.Id:N}",
        IsOwn = true,
        Writer = phrases.Get(language, "webchat.you"),
        Parts = [new TextPart(TextFolding.Defang(Words(message, labels, language)), IsCode: false)],
        Clock = Clock(language, message.At),
        Day = phrases.Date(language, LocalDay.Of(message.At, _zone)),
        IsPending = message.Inbound == InboundState.New,
        Status = phrases.Get(language, message.Inbound == InboundState.Parked ? "webchat.parked" : "webchat.sent"),
    };

    /// <summary>The zone's name only where it is not the one that most people live in.</summary>
    private string Clock(string language, DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, _zone);
        return _zone.BaseUtcOffset == TimeSpan.FromHours(7)
            ? phrases.Get(language, "webchat.clock", ("hour", $"{local:HH}"), ("minute", $"{local:mm}"))
            : phrases.Time(language, utc, _zone);
    }

    private string Words(ChatMessage message, Dictionary<string, string> labels, string language)
    {
        var update = Read(message.Payload);
        var text = update switch
        {
            { Press: { } token } => labels.GetValueOrDefault(token) ?? message.Text ?? phrases.Get(language, "webchat.own.press"),
            { Start: not null } => phrases.Get(language, "webchat.start"),
            { Place: not null } => phrases.Get(language, "webchat.own.place"),
            { Photo: not null } => phrases.Get(language, "webchat.own.photo"),
            _ => message.Text ?? update?.Text ?? phrases.Get(language, "webchat.own.other"),
        };
        return TextFolding.Clean(text);
    }

    private static WebChatUpdate? Read(byte[]? payload)
    {
        try
        {
            return payload is null ? null : WebChatUpdate.Read(payload);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<TextPart> Split(MessageContent content)
    {
        var parts = new List<TextPart>();
        var rest = content.Text;
        while (Next(rest, content.Monospace) is ({ } code, var at))
        {
            if (at > 0)
            {
                parts.Add(new TextPart(rest[..at], IsCode: false));
            }

            parts.Add(new TextPart(code, IsCode: true));
            rest = rest[(at + code.Length)..];
        }

        if (rest.Length > 0)
        {
            parts.Add(new TextPart(rest, IsCode: false));
        }

        return parts;
    }

    private static (string? Code, int At) Next(string text, IReadOnlyList<string> codes) => codes
        .Where(c => c.Length > 0)
        .Select(c => (Code: (string?)c, At: text.IndexOf(c, StringComparison.Ordinal)))
        .Where(f => f.At >= 0).OrderBy(f => f.At).FirstOrDefault();
}
