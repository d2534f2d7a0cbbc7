using System.Text.Json;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Language;

namespace SlrtBot.TestKit.Conversations;

/// <summary>
/// What a resident does in a script: words as they are, <c>[Label]</c> presses the newest button of that label, and
/// <c>(photo)</c>, <c>(photo: caption)</c>, <c>(album a)</c>, <c>(documents a)</c>, <c>(voice)</c>, <c>(document)</c>, <c>(sticker)</c>, <c>(location)</c>,
/// <c>(own contact 0812…)</c>, <c>(other contact 0812…)</c>, <c>(poll)</c> send something else.
/// </summary>
internal static class Gestures
{
    private static int _files;

    public static Activity Read(string line, IReadOnlyList<Choice> buttons)
    {
        if (line is ['[', .. var label, ']'])
        {
            return Press(label, buttons);
        }

        return line is ['(', .. var thing, ')'] ? Send(thing) : Words(line);
    }

    public static Activity Words(string text)
    {
        var activity = Activity.OfText(text);
        if (text.StartsWith("/start ", StringComparison.Ordinal))
        {
            activity.Entities.Add(Entity.Of(DeepLink.EntityType, new DeepLink(text["/start ".Length..])));
        }

        return activity;
    }

    public static Activity PressToken(string token) =>
        new() { Type = ActivityTypes.Message, Value = JsonSerializer.SerializeToElement(token) };

    private static Activity Press(string label, IReadOnlyList<Choice> buttons)
    {
        var wanted = TextFolding.Fold(label);
        var button = buttons.LastOrDefault(b => TextFolding.Fold(b.Label) == wanted)
            ?? throw new InvalidOperationException($"No button [{label}] was shown; the newest are {string.Join(' ', buttons.TakeLast(10).Select(b => $"[{b.Label}]"))}.");
        return PressToken(button.Token);
    }

    private static Activity Send(string thing)
    {
        var activity = new Activity { Type = ActivityTypes.Message };
        var (kind, rest) = thing.Split(' ', 2) is [var first, var more] ? (first, more) : (thing, "");
        switch (kind)
        {
            case "photo" or "photo:":
                activity.Attachments.Add(File("image/jpeg", MediaKinds.Photo));
                activity.Text = kind == "photo:" ? rest : null;
                break;
            case "document":
                activity.Attachments.Add(File("application/pdf", MediaKinds.Document));
                break;
            case "album":
                activity.Attachments.Add(File("image/jpeg", MediaKinds.Photo));
                activity.Entities.Add(Entity.Of(Album.EntityType, new Album(rest)));
                break;
            case "documents":
                activity.Attachments.Add(File("application/pdf", MediaKinds.Document));
                activity.Entities.Add(Entity.Of(Album.EntityType, new Album(rest)));
                break;
            case "voice":
                activity.Attachments.Add(File("audio/ogg", MediaKinds.Voice));
                break;
            case "sticker":
                activity.Attachments.Add(File("image/webp", MediaKinds.Sticker));
                break;
            case "location":
                activity.Entities.Add(Entity.Of(GeoCoordinates.EntityType, new GeoCoordinates(-7.025, 107.519)));
                break;
            case "own" or "other":
                activity.Entities.Add(Entity.Of(SharedContact.EntityType, new SharedContact(rest["contact ".Length..], "Siti", kind == "own")));
                break;
            case "poll":
                activity.Entities.Add(Entity.Of(Unreadable.EntityType, new Unreadable("poll")));
                break;
            default:
                throw new InvalidOperationException($"A script cannot send ({thing}).");
        }

        return activity;
    }

    private static Attachment File(string contentType, string kind)
    {
        var number = Interlocked.Increment(ref _files);
        var file = Attachment.Of(contentType, new MediaFacts(kind, $"unique{number}"));
        file.ContentUrl = $"test:file/{number}";
        return file;
    }
}
