using System.Text.Json;

namespace SlrtBot.Bot.Protocol;

/// <summary>How a reply is to arrive, for channels that can tell the difference; travels as channelData.</summary>
/// <param name="Protect">It must not be forwarded or saved: everything about a complaint.</param>
/// <param name="Silent">It must not ring.</param>
/// <param name="RemoveKeyboard">The keyboard that offered contact or location is to go away.</param>
/// <param name="QuoteId">The channel's id of an earlier message that this one answers visibly.</param>
public sealed record DeliveryHints(
    bool? Protect = null,
    bool? Silent = null,
    bool? RemoveKeyboard = null,
    string? QuoteId = null);

/// <summary>A stretch of the text that is to look different; counted in UTF-16 units.</summary>
/// <param name="Style"><c>bold</c> or <c>code</c> (tapping code copies it, where the channel does that).</param>
public sealed record TextStyle(string Style, int Offset, int Length)
{
    public const string EntityType = "TextStyle";
    public const string Bold = "bold";
    public const string Code = "code";
}

/// <summary>What a dialog says about how its reply is to arrive and to look.</summary>
public static class ActivityDelivery
{
    public static Activity Deliver(this Activity activity, DeliveryHints delivery)
    {
        activity.ChannelData = JsonSerializer.SerializeToElement(delivery, ProtocolJson.Options);
        return activity;
    }

    public static DeliveryHints ReadDelivery(this Activity activity) =>
        ProtocolJson.Read<DeliveryHints>(activity.ChannelData) ?? new DeliveryHints();

    /// <summary>Styles the first occurrence of <paramref name="part"/>; nothing where the text does not hold it.</summary>
    public static Activity Style(this Activity activity, string style, string part)
    {
        var offset = activity.Text?.IndexOf(part, StringComparison.Ordinal) ?? -1;
        if (offset >= 0 && part.Length > 0)
        {
            activity.Entities.Add(Entity.Of(TextStyle.EntityType, new TextStyle(style, offset, part.Length)));
        }

        return activity;
    }

    public static IEnumerable<TextStyle> ReadStyles(this Activity activity) =>
        activity.Entities.Where(e => e.Type == TextStyle.EntityType).Select(e => e.GetAs<TextStyle>()).OfType<TextStyle>();
}
