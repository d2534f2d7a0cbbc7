namespace SlrtBot.Core.Kernel;

/// <summary>What a check of the stored data has found.</summary>
/// <param name="Check">Its name in lower case with underscores, for scripts.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Example">Where to look first: an id or a table, never a person's words.</param>
/// <param name="IsFault">False for what is merely told, such as messages that wait for a channel.</param>
/// <param name="Of">How many were looked at.</param>
public sealed record Finding(string Check, long Count, string? Example = null, bool IsFault = true, long Of = 0);
