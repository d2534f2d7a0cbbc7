using System.Text.Json;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// The names of a message's fields as they came: kinds that came into the API after the library's types were written are
/// in no type, and the bot still says what it cannot read. Read only where somebody asks.
/// </summary>
/// <param name="kind">The message's own name in the update, such as <c>edited_message</c>.</param>
internal sealed class RawFields(ReadOnlyMemory<byte> update, string kind)
{
    private IReadOnlyList<(string Name, JsonValueKind Shape)>? _all;

    public IReadOnlyList<(string Name, JsonValueKind Shape)> All => _all ??= Read();

    /// <summary>False where no field's name holds these bytes; cheaper than <see cref="All"/>.</summary>
    public bool MayHold(ReadOnlySpan<byte> part) => update.Span.IndexOf(part) >= 0;

    private IReadOnlyList<(string Name, JsonValueKind Shape)> Read()
    {
        try
        {
            using var document = JsonDocument.Parse(update);
            return document.RootElement.TryGetProperty(kind, out var message) && message.ValueKind == JsonValueKind.Object
                ? [.. message.EnumerateObject().Select(field => (field.Name, field.Value.ValueKind))]
                : [];
        }
        catch (InvalidOperationException)
        {
            // A name that is half of a surrogate pair: no text at all.
            return [];
        }
    }
}
