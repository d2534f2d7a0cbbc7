using System.Text.Json.Serialization;

namespace SlrtBot.Bot.Telegram;

/// <summary>The envelope of every answer of the Bot API.</summary>
public sealed record ApiResponse<T>
{
    public bool Ok { get; init; }

    public T? Result { get; init; }

    /// <summary>The HTTP status again; absent from broken answers.</summary>
    public int? ErrorCode { get; init; }

    public string? Description { get; init; }

    public ResponseParameters? Parameters { get; init; }
}

public sealed record ResponseParameters
{
    /// <summary>A group became a supergroup and has this id now.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }
}

public sealed record WebhookInfo
{
    public string Url { get; init; } = "";

    public int PendingUpdateCount { get; init; }

    /// <summary>Unix seconds.</summary>
    public long? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }

    public int? MaxConnections { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

/// <summary>The part of a sent message that matters afterwards.</summary>
/// <param name="Id">0 where the API has only scheduled the message: it will arrive, but cannot be edited.</param>
public sealed record SentMessage([property: JsonPropertyName("message_id")] long Id);
