using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// One turn as dialogs see it: phrases in the chat's language, the open question, the draft, and one reply that
/// grows paragraph by paragraph until a question ends it.
/// </summary>
public sealed class Turn(TurnContext context, PhraseBook phrases, SpokenForms forms, FieldCipher cipher)
{
    private const int TokenBytes = 16;
    private const string Between = "\n\n";
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly List<string> _paragraphs = [];
    private OpenPrompt? _open;

    public TurnContext Context { get; } = context;

    public Conversation Conversation => Context.Conversation;

    public string Language => Conversation.Language;

    public PhraseBook Phrases { get; } = phrases;

    public SpokenForms Forms { get; } = forms;

    /// <summary>Words of an emergency were heard, now or in a piece of the same story.</summary>
    public bool IsUrgent { get; set; }

    /// <summary>The chat has a PIN, and nobody has entered it in the last minutes.</summary>
    public bool IsLocked => Conversation.IsLocked(Context.Now);

    public OpenPrompt Open => _open ??= Read<OpenPrompt>(Conversation.Prompt, "prompt") ?? OpenPrompt.None;

    public string Phrase(string key, params (string Name, object? Value)[] values) => Phrases.Get(Language, key, values);

    /// <summary>"23 November 2026", for lists: elsewhere dates have their weekday.</summary>
    public string ShortDate(DateOnly day) => Phrase(
        "date.short", ("day", $"{day.Day}"), ("month", Phrase($"date.month.{day.Month}")), ("year", $"{day.Year}"));

    public bool Has(string key) => Phrases.Has(PhraseBook.Fallback, key);

    /// <summary>The question <c>ask.{name}</c>, with its example and its help where the catalogue has them.</summary>
    public Prompt Question(string name, params (string Name, object? Value)[] values) => new(Phrase($"ask.{name}", values))
    {
        Example = Has($"ask.{name}.example") ? Phrase($"ask.{name}.example") : null,
        Help = Has($"ask.{name}.help") ? Phrase($"ask.{name}.help") : null,
    };

    /// <summary>An option whose label is <c>choice.{key}</c>.</summary>
    public Option Option(string key, ChoiceStyle style = ChoiceStyle.Plain) => new(key, Phrase($"choice.{key}"), style);

    /// <summary>Letters of what was added and stands before the question to come.</summary>
    public int LettersBefore => _paragraphs.Sum(paragraph => paragraph.Length + Between.Length);

    /// <summary>A paragraph before what follows in the same message.</summary>
    public void Add(string? paragraph)
    {
        if (!string.IsNullOrEmpty(paragraph))
        {
            _paragraphs.Add(paragraph);
        }
    }

    /// <summary>Sympathy was shown in this turn, so that nobody is told besides that they were not understood.</summary>
    public bool IsComforted { get; private set; }

    public void Comfort(string sympathy)
    {
        IsComforted = true;
        _open = Open with { ComfortedAt = Context.Now };
        Add(sympathy);
    }

    /// <summary>Ends the reply with a question, which is open from now on.</summary>
    public void Show(string step, Prompt prompt)
    {
        var removesKeyboard = Open.HasKeyboard && prompt.Ask == Ask.None;
        _open = OpenPrompt.Of(step, prompt, Open, NewToken);
        Conversation.Prompt = Write(_open, "prompt");
        _paragraphs.Add(prompt.Text);
        Context.Say(new MessageContent(Flush())
        {
            Choices = _open.Buttons(prompt),
            Ask = prompt.Ask,
            AskLabel = prompt.AskLabel,
            Monospace = prompt.Monospace,
            RemovesKeyboard = removesKeyboard,
            Silent = prompt.Silent,
        });
    }

    /// <summary>A message of its own, such as the numbers to call: it must not drown in a longer one.</summary>
    public void SayApart(string text) => Context.Say(new MessageContent(text));

    /// <summary>Says what was added and not followed by a question.</summary>
    public void End()
    {
        if (_paragraphs.Count > 0)
        {
            Context.Say(new MessageContent(Flush()));
        }
    }

    /// <summary>What staff read in the thread for this message: of a press its label, since it has no words.</summary>
    public void WriteDown(string text) =>
        Context.Message.Text = cipher.Seal(text, InboundMessage.Table, Context.Message.Id, "text");

    public TDraft Draft<TDraft>()
        where TDraft : class, new() => Read<TDraft>(Conversation.Draft, "draft") ?? new TDraft();

    public void Store<TDraft>(TDraft draft)
        where TDraft : class => Conversation.Draft = Write(draft, "draft");

    /// <summary>Null where nothing waits for its answer.</summary>
    public Collected? Collected() => Read<Collected>(Conversation.Collected, "collected");

    public void StoreCollected(Collected? collected) =>
        Conversation.Collected = collected is null ? null : Write(collected, "collected");

    /// <summary>Null where no emergency stopped anything.</summary>
    public Held? Held() => Read<Held>(Conversation.Held, "held");

    public void StoreHeld(Held? held) => Conversation.Held = held is null ? null : Write(held, "held");

    /// <summary>A question that something else had come between is open again, with its buttons.</summary>
    /// <param name="open">Null: none was.</param>
    public void Reopen(OpenPrompt? open)
    {
        _open = open ?? OpenPrompt.None;
        Conversation.Prompt = open is null || open.Step.Length == 0 ? null : Write(open, "prompt");
    }

    /// <summary>What waits for the choice of a complaint.</summary>
    public KeptMessages Kept() => KeptMessages.Of(Conversation, cipher);

    public void StoreKept(KeptMessages kept) => kept.StoreIn(Conversation, cipher);

    private T? Read<T>(Sealed? value, string column)
        where T : class
    {
        try
        {
            return value is null ? null : JsonSerializer.Deserialize<T>(cipher.Open(value, Conversation.Table, Conversation.Id, column), Json);
        }
        catch (JsonException)
        {
            // A release changed the shape: the resident starts over, which is better than never being answered again.
            return null;
        }
    }

    private Sealed Write<T>(T value, string column) => cipher.Seal(JsonSerializer.Serialize(value, Json), Conversation.Table, Conversation.Id, column);

    private string Flush()
    {
        var text = string.Join(Between, _paragraphs);
        _paragraphs.Clear();
        return text;
    }

    private static string NewToken() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
