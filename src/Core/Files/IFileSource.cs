namespace SlrtBot.Core.Files;

/// <summary>The port to a channel that keeps people's files until they are fetched.</summary>
public interface IFileSource
{
    /// <summary>What the addresses begin with, such as <c>telegram:</c>.</summary>
    string Scheme { get; }

    /// <summary>Fetches once, within limits of size and time. Expected failures are results.</summary>
    /// <param name="address">As the message gave it.</param>
    Task<FetchedFile> FetchAsync(string address, CancellationToken cancellationToken);
}

public enum FetchResult
{
    Fetched,

    /// <summary>The channel asked to wait: not a failure.</summary>
    Later,

    /// <summary>It did not work this time.</summary>
    Failed,

    /// <summary>More than is kept.</summary>
    TooLarge,

    /// <summary>The channel does not have it any more.</summary>
    Gone,
}

/// <param name="NotBefore">UTC, with <see cref="FetchResult.Later"/>.</param>
public sealed record FetchedFile(FetchResult Result, byte[]? Bytes = null, DateTime? NotBefore = null);
