namespace SlrtBot.Core.Understanding;

/// <summary>One word of a message.</summary>
/// <param name="Typed">As the resident wrote it, folded.</param>
/// <param name="Word">What it means in Indonesian, or the kind of number that it is (<see cref="NumberWords"/>).</param>
/// <param name="Stem">The meaning without prefixes and suffixes.</param>
internal readonly record struct Token(string Typed, string Word, string Stem);
