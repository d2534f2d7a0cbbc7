using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Posters;

/// <summary>What hangs in a village: where its people can write, with the village known from the start.</summary>
/// <param name="Village">"Desa Sadu, Kec. Soreang".</param>
/// <param name="Ways">At least one.</param>
public sealed record VillagePoster(string Language, string Village, string Office, IReadOnlyList<PosterWay> Ways, IReadOnlyList<PosterLine> Hotlines)
{
    /// <summary>
    /// The word that a chat is opened with to say where one lives. Dots are not allowed in it;
    /// <see cref="AreaCode.Normalise"/> puts them back.
    /// </summary>
    /// <param name="village">With or without dots.</param>
    public static string StartOf(string village) => $"d_{village.Replace(".", "", StringComparison.Ordinal)}";
}

/// <param name="Key">The phrase <c>poster.way.{Key}</c>: telegram or chat.</param>
/// <param name="Link">What the QR code holds.</param>
/// <param name="Shown">The same to be typed by hand, as short as can be.</param>
public sealed record PosterWay(string Key, string Link, string Shown);

public sealed record PosterLine(string Name, string Number);
