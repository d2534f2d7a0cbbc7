using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Posters;

/// <summary>What hangs in a village: where its people can write, with the village known from the start.</summary>
/// <param name="Village">"Desa Sadu, Kec. Soreang".</param>
/// <param name="Ways">At least one.</param>
public sealed record VillagePoster(string Language, string Village, string Office, IReadOnlyList<PosterWay> Ways, IReadOnlyList<PosterLine> Hotlines);

/// <param name="Key">The phrase <c>poster.way.{Key}</c>: telegram or chat.</param>
/// <param name="Link">What the QR code holds.</param>
/// <param name="Shown">The same to be typed by hand, as short as can be.</param>
public sealed record PosterWay(string Key, string Link, string Shown)
{
    private const string VillageLink = "d_";

    /// <param name="username">The bot's, without the @.</param>
    /// <param name="village">With or without dots.</param>
    public static PosterWay Telegram(string username, string village) =>
        new("telegram", $"https://t.me/{username}?start={Start(village)}", $"t.me/{username}");

    /// <param name="publicUrl">Of this installation.</param>
    /// <param name="village">With or without dots.</param>
    public static PosterWay Chat(Uri publicUrl, string village) =>
        new("chat", new Uri(publicUrl, $"/chat?start={Start(village)}").ToString(), $"{publicUrl.Authority}/chat");

    /// <summary>Dots are not allowed in a link's parameter; <see cref="AreaCode.Normalise"/> puts them back.</summary>
    private static string Start(string village) => VillageLink + village.Replace(".", "", StringComparison.Ordinal);
}

public sealed record PosterLine(string Name, string Number);
