using System.Text.Json;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// What a person sent without saying which of several complaints it is for. It waits with the conversation until that is
/// chosen, whatever else is said in between.
/// </summary>
public sealed record KeptMessages
{
    private const string Column = "kept";

    public static KeptMessages None { get; } = new();

    /// <summary>Inbox rows, oldest first.</summary>
    public IReadOnlyList<Guid> Messages { get; init; } = [];

    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The words, message by message, each on its own line.</summary>
    public string Text { get; init; } = "";

    /// <summary>16-digit numbers that were in the words, which have them masked.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Words of an emergency were among them.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Something that cannot wait was among them.</summary>
    public bool IsPressing { get; init; }

    /// <summary>The last album: its other pictures need no answer of their own.</summary>
    public string? Album { get; init; }

    /// <summary>The complaint that the album was taken for; null while that is not chosen.</summary>
    public Guid? AlbumOf { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => Messages.Count == 0;

    public static KeptMessages Of(Conversation conversation, FieldCipher cipher)
    {
        try
        {
            return cipher.OpenOptional(conversation.Kept, Conversation.Table, conversation.Id, Column) is { } json
                ? JsonSerializer.Deserialize<KeptMessages>(json) ?? None
                : None;
        }
        catch (JsonException)
        {
            // A release changed the shape: the messages lie in the chat's thread all the same.
            return None;
        }
    }

    public void StoreIn(Conversation conversation, FieldCipher cipher) => conversation.Kept = IsEmpty && Album is null
        ? null
        : cipher.Seal(JsonSerializer.Serialize(this), Conversation.Table, conversation.Id, Column);

    /// <summary>With what came after.</summary>
    public KeptMessages And(KeptMessages later) => later with
    {
        Messages = [.. Messages.Union(later.Messages)],
        Files = [.. Files.Union(later.Files)],
        Text = string.Join('\n', new[] { Text, later.Text }.Where(t => t.Length > 0)),
        Numbers = [.. Numbers.Union(later.Numbers)],
        IsUrgent = IsUrgent || later.IsUrgent,
        IsPressing = IsPressing || later.IsPressing,
    };
}
