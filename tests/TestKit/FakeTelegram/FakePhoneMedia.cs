using System.Text;
using System.Text.Json.Nodes;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>What people send beside words.</summary>
public static class FakePhoneMedia
{
    private static readonly byte[] Picture = SamplePictures.PhoneJpeg();

    private static readonly byte[] Recording = Encoding.ASCII.GetBytes("OggS fake recording");

    public static Task<FakeDelivery> SendsPhotoAsync(
        this FakePhone phone,
        string? caption = null,
        byte[]? bytes = null,
        string? album = null)
    {
        var contents = new JsonObject { ["photo"] = new JsonArray(Size(phone, Picture, 90, 67), Size(phone, bytes ?? Picture, 1280, 960)) };
        if (caption is not null)
        {
            contents["caption"] = caption;
        }

        if (album is not null)
        {
            contents["media_group_id"] = album;
        }

        return phone.SendsAsync(contents, "(photo)");
    }

    /// <summary>Another picture takes the place of the one in an earlier message; or, without one, only other words.</summary>
    public static Task<FakeDelivery> EditsPhotoAsync(this FakePhone phone, SeenMessage message, byte[]? bytes, string? caption = null)
    {
        var photo = bytes is null ? message.Raw["photo"]!.DeepClone() : new JsonArray(Size(phone, Picture, 90, 67), Size(phone, bytes, 1280, 960));
        var contents = new JsonObject { ["photo"] = photo };
        if (caption is not null)
        {
            contents["caption"] = caption;
        }

        return phone.EditsAsync(message.Id, contents);
    }

    /// <summary>Several pictures at once: as many updates with one group id, the caption on the first.</summary>
    public static async Task<IReadOnlyList<FakeDelivery>> SendsAlbumAsync(
        this FakePhone phone,
        int pictures,
        string? caption = null,
        string album = "13912345678901234")
    {
        var deliveries = new List<FakeDelivery>();
        for (var i = 0; i < pictures; i++)
        {
            deliveries.Add(await phone.SendsPhotoAsync(i == 0 ? caption : null, album: album));
        }

        return deliveries;
    }

    public static Task<FakeDelivery> SendsVoiceAsync(this FakePhone phone, int seconds = 12, byte[]? bytes = null)
    {
        var voice = File(phone, bytes ?? Recording);
        voice["duration"] = seconds;
        voice["mime_type"] = "audio/ogg";
        return phone.SendsAsync(new JsonObject { ["voice"] = voice }, "(voice)");
    }

    public static Task<FakeDelivery> SendsDocumentAsync(this FakePhone phone, string name, string mime, byte[] bytes)
    {
        var document = File(phone, bytes);
        document["file_name"] = name;
        document["mime_type"] = mime;
        return phone.SendsAsync(new JsonObject { ["document"] = document }, $"({name})");
    }

    public static Task<FakeDelivery> SendsStickerAsync(this FakePhone phone)
    {
        var sticker = File(phone, Picture);
        sticker["emoji"] = "🙏";
        return phone.SendsAsync(new JsonObject { ["sticker"] = sticker }, "(sticker)");
    }

    /// <summary>Hands over the own number; the API proves it by the user id.</summary>
    public static Task<FakeDelivery> SharesContactAsync(this FakePhone phone, string number = "6281234567890") =>
        phone.SendsAsync(Contact(number, "Siti", phone.Id), "(own contact)");

    public static Task<FakeDelivery> SharesSomebodysContactAsync(this FakePhone phone, string number, string name) =>
        phone.SendsAsync(Contact(number, name, null), "(somebody's contact)");

    public static Task<FakeDelivery> SharesLocationAsync(this FakePhone phone, double latitude = -7.0251, double longitude = 107.5197) =>
        phone.SendsAsync(
            new JsonObject { ["location"] = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude, ["horizontal_accuracy"] = 20 } },
            "(location)");

    private static JsonObject Contact(string number, string name, long? owner)
    {
        var contact = new JsonObject { ["phone_number"] = number, ["first_name"] = name };
        if (owner is not null)
        {
            contact["user_id"] = owner;
        }

        return new JsonObject { ["contact"] = contact };
    }

    private static JsonObject File(FakePhone phone, byte[] bytes)
    {
        var id = phone.Leaves(bytes);
        return new JsonObject { ["file_id"] = id, ["file_unique_id"] = "AQAD" + id[^6..], ["file_size"] = bytes.Length };
    }

    private static JsonObject Size(FakePhone phone, byte[] bytes, int width, int height)
    {
        var size = File(phone, bytes);
        size["width"] = width;
        size["height"] = height;
        return size;
    }
}
