using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SlrtBot.TestKit.Conversations;
using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.TestKit.FakeConnector;

/// <summary>
/// A person on a channel of the Bot Connector: what they do becomes activities, what the bot sends them is what they see.
/// Presses come back as the channel sends them.
/// </summary>
public sealed class FakeMember(FakeConnectorServer server, string channel, string id, long number) : IScriptedPerson
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private int _sent;

    public string Channel => channel;

    public string Id => id;

    public string ConversationId => $"{channel}:conversation/{id}";

    /// <summary>Of those who leave some things out: Web Chat has no recipient.</summary>
    public bool NamesRecipient { get; set; } = channel != "webchat";

    /// <summary>Asks for the replies in the response; they are in <see cref="Replied"/>.</summary>
    public bool ExpectsReplies { get; set; }

    public List<JsonObject> Replied { get; } = [];

    public IReadOnlyList<SeenMessage> Heard => [.. server.Ledger.Of(number).Where(m => m.FromBot)];

    public Task<SeenMessage> HearsAsync(Func<SeenMessage, bool> fits) =>
        server.Ledger.WaitAsync(number, chat => chat.FirstOrDefault(m => m.FromBot && fits(m)), Patience);

    public Task<SeenMessage> HearsAsync(string words) => HearsAsync(m => m.Text.Contains(words, StringComparison.Ordinal));

    public Task<HttpStatusCode> SaysAsync(string text) => SendsAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain" });

    /// <summary>Presses the newest button with this label; where there are none, types the number before it.</summary>
    /// <exception cref="InvalidOperationException">No such button is in sight.</exception>
    public Task<HttpStatusCode> PressesAsync(string label)
    {
        var message = Heard.LastOrDefault(m => m.Buttons.Any(b => Reads(b.Label, label)))
            ?? throw new InvalidOperationException($"No button \"{label}\" is in sight. The chat:\n{string.Join('\n', Heard)}");
        var button = message.Buttons.First(b => Reads(b.Label, label));
        return button.Data is { } data ? PressesAsync(button.Label, JsonNode.Parse(data)!) : SaysAsync(button.Url!);
    }

    /// <summary>What a channel sends for a messageBack button: its words, and its value beside them.</summary>
    public Task<HttpStatusCode> PressesAsync(string words, JsonNode value) => SendsAsync(new JsonObject
    {
        ["type"] = "message",
        ["text"] = words,
        ["value"] = value.DeepClone(),
        ["channelData"] = new JsonObject { ["messageBack"] = new JsonObject { ["displayText"] = words } },
    });

    /// <summary>Several in one message, as channels send them.</summary>
    public Task<HttpStatusCode> SendsPhotosAsync(int pictures) => SendsAsync(new JsonObject
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray([.. Enumerable.Range(0, pictures).Select(i => (JsonNode)Photo($"{id}-{_sent}-{i}"))]),
    });

    /// <summary>Whoever opens the chat.</summary>
    public Task<HttpStatusCode> JoinsAsync() => SendsAsync(new JsonObject
    {
        ["type"] = "conversationUpdate",
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "bot-account" }, new JsonObject { ["id"] = id, ["name"] = "Siti" }),
    });

    /// <summary>An activity with these contents; everything else is filled in.</summary>
    public Task<HttpStatusCode> SendsAsync(JsonObject contents) => PostsAsync(Fill(contents));

    public async Task<HttpStatusCode> PostsAsync(JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token());
        using var response = await server.Bot!.SendAsync(request);
        if (ExpectsReplies && JsonNode.Parse(await response.Content.ReadAsStringAsync())?["activities"] is JsonArray replies)
        {
            Replied.AddRange(replies.Select(r => (JsonObject)r!.DeepClone()));
        }

        return response.StatusCode;
    }

    public JsonObject Fill(JsonObject contents)
    {
        var activity = (JsonObject)contents.DeepClone();
        activity["id"] ??= $"{id}-activity-{Interlocked.Increment(ref _sent)}";
        activity["channelId"] ??= channel;
        activity["serviceUrl"] ??= server.ServiceUrl;
        activity["from"] ??= new JsonObject { ["id"] = id, ["name"] = "Siti", ["role"] = "user" };
        activity["conversation"] ??= new JsonObject { ["id"] = ConversationId };
        activity["locale"] ??= "id-ID";
        if (NamesRecipient)
        {
            activity["recipient"] ??= new JsonObject { ["id"] = "bot-account", ["name"] = "SLRT" };
        }

        if (ExpectsReplies)
        {
            activity["deliveryMode"] = "expectReplies";
        }

        return activity;
    }

    async Task IScriptedPerson.SaysAsync(string text) => await SaysAsync(text);

    async Task IScriptedPerson.PressesAsync(string label) => await PressesAsync(label);

    async Task IScriptedPerson.SendsPhotosAsync(int pictures) => await SendsPhotosAsync(pictures);

    internal string Sees(JsonObject activity) =>
        $"sent-{server.Ledger.Add(number, fromBot: true, activity["text"]?.ToString() ?? "", Buttons(activity), activity).Id}";

    internal bool SeesChanged(string activityId, JsonObject activity)
    {
        if (!activityId.StartsWith("sent-", StringComparison.Ordinal)
            || server.Ledger.Find(number, long.Parse(activityId["sent-".Length..], System.Globalization.CultureInfo.InvariantCulture)) is not { } message)
        {
            return false;
        }

        server.Ledger.Change(message, m =>
        {
            m.EarlierTexts.Add(m.Text);
            m.Text = activity["text"]?.ToString() ?? "";
            m.Buttons = Buttons(activity);
        });
        return true;
    }

    internal bool Loses(string activityId)
    {
        if (!activityId.StartsWith("sent-", StringComparison.Ordinal)
            || server.Ledger.Find(number, long.Parse(activityId["sent-".Length..], System.Globalization.CultureInfo.InvariantCulture)) is not { } message)
        {
            return false;
        }

        server.Ledger.Change(message, m => m.IsDeleted = true);
        return true;
    }

    private JsonObject Photo(string name)
    {
        server.Files[name] = SamplePictures.PhoneJpeg();
        return new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = $"{server.ServiceUrl}files/{name}", ["name"] = $"{name}.jpg" };
    }

    private static bool Reads(string shown, string label) => shown == label || shown.EndsWith($" {label}", StringComparison.Ordinal);

    /// <summary>Data is what a button submits; Url is the number that stands for it where there are no buttons.</summary>
    private static List<SeenButton> Buttons(JsonObject activity)
    {
        var actions = (activity["suggestedActions"]?["actions"]?.AsArray() ?? [])
            .Concat((activity["attachments"]?.AsArray() ?? []).SelectMany(a => a!["content"]?["buttons"]?.AsArray() ?? []));
        var buttons = actions.Select(a => $"{a!["type"]}" == "imBack"
            ? new SeenButton(a["title"]!.ToString(), Url: a["value"]!.ToString())
            : new SeenButton(a["title"]!.ToString(), a["value"]!.ToJsonString())).ToList();
        return buttons.Count > 0
            ? buttons
            : [.. (activity["text"]?.ToString() ?? "").Split('\n').Where(l => l.Contains(". ", StringComparison.Ordinal) && char.IsAsciiDigit(l[0]))
                .Select(l => new SeenButton(l[(l.IndexOf(". ", StringComparison.Ordinal) + 2)..], Url: l[..l.IndexOf(". ", StringComparison.Ordinal)]))];
    }
}
