using System.Globalization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Numbers;

namespace SlrtBot.Bot.Engine;

/// <summary>The message of the turn as something that can belong to a complaint.</summary>
public static class SentNow
{
    /// <summary>Words, a file that staff can look at, or a pin.</summary>
    public static bool IsMaterial(this Answer answer) => answer.IsText || answer.Files.Count > 0 || answer.Place is not null;

    /// <summary>A bare number counts as one, though it is read as it stands where nobody asks for it.</summary>
    public static KeptMessages Sent(this Turn turn, Answer answer)
    {
        var text = answer.Place is { } place ? Write(turn, place) : answer.Text;
        return new KeptMessages
        {
            Messages = turn.Context.Pieces.Count > 0 ? turn.Context.Pieces : [turn.Context.Message.Id],
            Files = [.. turn.Context.Files.Where(f => f.State != FileState.Refused).Select(f => f.Id)],
            Text = StrayNumbers.Mask(text),
            Numbers = [.. answer.Numbers.Union(StrayNumbers.In(answer.Text).Select(n => n.Digits))],
            IsUrgent = turn.IsUrgent,
            Album = answer.Album,
        };
    }

    /// <summary>A pin has no words of its own for the thread.</summary>
    private static string Write(Turn turn, GeoCoordinates place)
    {
        var text = turn.Phrase("addendum.place", ("place", string.Create(
            CultureInfo.InvariantCulture, $"{place.Latitude:0.######}, {place.Longitude:0.######}")));
        turn.WriteDown(text);
        return text;
    }
}
