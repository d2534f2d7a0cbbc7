using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Telegram;

namespace SlrtBot.Bot.Tests.Dialogs.BadInputs;

/// <summary>Something that answers no question, as Telegram sends it.</summary>
/// <param name="Message">Its own fields of the message, JSON.</param>
/// <param name="Kind">What it is to a dialog.</param>
/// <param name="Kept">The fields of the complaint's draft that tell of it afterwards; null where it is not kept.</param>
public sealed record BadInput(string Name, string Message, BadKind Kind = BadKind.Useless, string? Kept = null)
{
    private const long Sender = 700;
    private static readonly string Hoax = new(
        "Bansos 600rb cair hari ini, daftar segera di http://bansos-cair.example dengan NIK dan PIN, sebarkan ke sepuluh teman");

    public static IReadOnlyList<BadInput> All { get; } =
    [
        new("sticker", """{"sticker":{"file_id":"s1","file_unique_id":"u1","emoji":"👍"}}"""),
        new("animation", """{"animation":{"file_id":"g1","file_unique_id":"u2"},"document":{"file_id":"g1","file_unique_id":"u2"}}"""),
        new("video", """{"video":{"file_id":"v1","file_unique_id":"u3","duration":9}}"""),
        new("video note", """{"video_note":{"file_id":"v2","file_unique_id":"u4","length":240,"duration":9}}"""),
        new("poll", """{"poll":{"id":"1","question":"Siapa?","options":[]}}"""),
        new("dice", """{"dice":{"emoji":"🎲","value":6}}"""),
        new("game", """{"game":{"title":"Ular tangga","description":"Main","photo":[]}}"""),
        new("story of the channel", """{"story":{"id":4,"chat":{"id":-100,"type":"channel"}}}"""),
        new("kind of tomorrow", """{"hologram":{"file_id":"h1"}}"""),
        new("nothing", """{"text":""}"""),
        new("only zero-width", Words("\u200B\u200D\u2060\u202E")),
        new("only blanks", Words("\u00A0\u3000 \n\t")),

        new("other's contact", """{"contact":{"phone_number":"081298765432","first_name":"Budi","user_id":701}}""", BadKind.OthersContact, "OthersPhone"),
        new("contact of nobody", """{"contact":{"phone_number":"+1 212 555 0100","first_name":"Budi"}}""", BadKind.OthersContact),
        new("own contact", """{"contact":{"phone_number":"6281255556666","first_name":"Siti","user_id":700}}""", BadKind.OwnContact, "Phone"),

        new("location", """{"location":{"latitude":-7.02,"longitude":107.5}}""", BadKind.Place, "Location"),
        new("live location", """{"location":{"latitude":-7.02,"longitude":107.5,"live_period":900}}""", BadKind.Place, "Location"),
        new("venue", """{"location":{"latitude":-7.02,"longitude":107.5},"venue":{"location":{"latitude":-7.02,"longitude":107.5},"title":"Pasar","address":"Jalan"}}""", BadKind.Place, "Location"),

        new("photo", """{"photo":[{"file_id":"p1","file_unique_id":"u5","width":9,"height":9}]}""", BadKind.File, "Photos"),
        new("document", """{"document":{"file_id":"d1","file_unique_id":"u6","mime_type":"application/pdf","file_name":"kk.pdf"}}""", BadKind.File, "Photos Papers"),
        new("voice", """{"voice":{"file_id":"n1","file_unique_id":"u7","duration":9,"mime_type":"audio/ogg"}}""", BadKind.Voice, "Voices"),

        new("hoax passed on", Words(Hoax, forwarded: true), BadKind.Forwarded, "PassedOn"),
        new("hoax under a sticker's video", Words(null, forwarded: true, more: """{"video":{"file_id":"v3","file_unique_id":"u8","duration":9}}""")),

        new("scientific", Words("3.2E15"), BadKind.NoName),
        new("scientific, as here", Words("3,20437E+15"), BadKind.NoName),
        new("dots", Words("....."), BadKind.NoName),
        new("emoji", Words("😀🙏😀"), BadKind.NoName),
        new("turned round", Words("\u202Eytrewq zxcv\u202C"), BadKind.Gibberish),
        new("zero-width between", Words("q\u200Bw\u200Ce\u2060rty"), BadKind.Gibberish),
        new("4,096 without a space", Words(new string('x', 4096)), BadKind.Endless),
        new("4,096 digits", Words(new string('7', 4096)), BadKind.NoName),
        new("4,096 of a story", Words(string.Concat(Enumerable.Repeat("atap kami bocor lagi dan ", 170))[..4096]), BadKind.Story, "Story"),
    ];

    public Activity ToActivity(string kind = "message") => Translate(kind, Message);

    /// <summary>A message of the resident with these fields.</summary>
    public static Activity Translate(string kind, string fields)
    {
        var message = JsonNode.Parse(fields)!.AsObject();
        message["message_id"] = 5;
        message["date"] = 1_790_000_000;
        message["chat"] = new JsonObject { ["id"] = Sender, ["type"] = "private" };
        message["from"] = new JsonObject { ["id"] = Sender, ["is_bot"] = false, ["first_name"] = "Siti" };
        var update = new JsonObject { ["update_id"] = 1, [kind] = message };
        var activity = TelegramTranslation.ToActivity(Encoding.UTF8.GetBytes(update.ToJsonString()), new ChannelAccount("1", role: "bot"));
        activity.Id = null;
        return activity;
    }

    public override string ToString() => Name;

    private static string Words(string? text, bool forwarded = false, string more = "{}")
    {
        var fields = JsonNode.Parse(more)!.AsObject();
        if (text is not null)
        {
            fields["text"] = text;
        }

        if (forwarded)
        {
            fields["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = "Grup RT" };
        }

        return JsonSerializer.Serialize(fields);
    }
}

public enum BadKind
{
    /// <summary>Nobody's answer, at any question.</summary>
    Useless,
    OthersContact,
    OwnContact,
    Place,
    File,
    Voice,
    Forwarded,

    /// <summary>Words that can be no name: no letters, or digits among them.</summary>
    NoName,

    /// <summary>Words that mean nothing, but could be a name.</summary>
    Gibberish,

    /// <summary>Words too long for a name, and no story.</summary>
    Endless,
    Story,
}
