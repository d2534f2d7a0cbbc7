namespace SlrtBot.Bot.Telegram;

/// <summary>A file id opens the file for this bot; the unique id only tells whether two files are the same.</summary>
public abstract record BotApiFile
{
    public string FileId { get; init; } = "";

    public string? FileUniqueId { get; init; }

    /// <summary>Bytes; may be absent.</summary>
    public long? FileSize { get; init; }
}

public sealed record PhotoSize : BotApiFile
{
    public int Width { get; init; }

    public int Height { get; init; }
}

public sealed record Document : BotApiFile
{
    public string? FileName { get; init; }

    public string? MimeType { get; init; }
}

public sealed record Animation : BotApiFile
{
    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public int Duration { get; init; }
}

public sealed record Voice : BotApiFile
{
    /// <summary>Seconds.</summary>
    public int Duration { get; init; }

    public string? MimeType { get; init; }
}

public sealed record Audio : BotApiFile
{
    public int Duration { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }
}

public sealed record Video : BotApiFile
{
    public int Width { get; init; }

    public int Height { get; init; }

    public int Duration { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }
}

/// <summary>A round video message.</summary>
public sealed record VideoNote : BotApiFile
{
    public int Length { get; init; }

    public int Duration { get; init; }
}

public sealed record Sticker : BotApiFile
{
    public string? Emoji { get; init; }
}

public sealed record Contact
{
    /// <summary>May lack the leading plus.</summary>
    public string PhoneNumber { get; init; } = "";

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary>Only where it equals the sender's id is the number proven to be the sender's own.</summary>
    public long? UserId { get; init; }
}

public sealed record Location
{
    public double Latitude { get; init; }

    public double Longitude { get; init; }

    /// <summary>Metres, 0 to 1500.</summary>
    public double? HorizontalAccuracy { get; init; }

    /// <summary>Seconds for which a live location moves on; absent for a pin.</summary>
    public int? LivePeriod { get; init; }
}

public sealed record Venue
{
    public Location? Location { get; init; }

    public string? Title { get; init; }

    public string? Address { get; init; }
}

/// <summary>The answer of getFile; the path is good for at least an hour.</summary>
public sealed record TGFile : BotApiFile
{
    public string? FilePath { get; init; }
}
