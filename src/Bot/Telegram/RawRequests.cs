using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// A request of Telegram.Bot whose answer is taken as it came. The answer of sendMessage repeats the message that it
/// quotes: a kind in there that the library does not know would turn a message that was sent into a failure.
/// </summary>
internal sealed class RawAnswer<T>(RequestBase<T> request) : RequestBase<JsonElement>(request.MethodName)
{
    public override HttpContent? ToHttpContent() => request.ToHttpContent();
}

/// <summary>
/// getUpdates, each update as it came: read together, one that the library cannot read would take all others with it,
/// and the inbox keeps what the API said and not what we understood.
/// </summary>
/// <param name="offset">The last update id + 1: everything before it is confirmed and forgotten by the API.</param>
/// <param name="timeout">Seconds, at most 50.</param>
internal sealed class RawUpdatesRequest(long? offset, int limit, int timeout, IEnumerable<UpdateType> allowedUpdates)
    : RequestBase<JsonElement[]>("getUpdates")
{
    public long? Offset { get; } = offset;

    public int Limit { get; } = limit;

    public int Timeout { get; } = timeout;

    public IEnumerable<UpdateType> AllowedUpdates { get; } = allowedUpdates;
}
