namespace SlrtBot.Console.Tests.Doors;

/// <summary>An address that is no page of the console, and so has no row in <see cref="DoorTable"/>.</summary>
/// <param name="Stranger">What it answers to somebody who is not signed in and sends nothing.</param>
/// <param name="SeenBy">Why it has no row, and the tests that look at what else it answers.</param>
internal sealed record Gate(string Handler, int Stranger, string SeenBy)
{
    private const string Chat = "a resident's, who never signs in: ChatPageTests, ChatDoorTests";
    private const string Stream = "a stream has no end to wait for";

    public static IReadOnlyList<Gate> All { get; } =
    [
        new("GET /live", 401, $"{Stream}: LiveTests"),
        new("GET /healthz/live", 200, "says nothing of anybody: ReadinessTests"),
        new("GET /healthz/ready", 200, "says nothing of anybody: ReadinessTests"),
        new("GET /metrics", 404, "who asks decides, not who signed in: MetricsPageTests"),
        new("GET /chat", 200, Chat),
        new("POST /chat", 400, Chat),
        new("GET /chat/messages", 204, Chat),
        new("GET /chat/events", 204, $"{Stream}: ChatEventsTests, ChatStreamTests"),
        new("GET /chat/forget", 200, Chat),
        new("POST /chat/forget", 400, Chat),
        new("POST /chat/language", 400, Chat),
    ];

    public bool IsPost => Handler.StartsWith("POST", StringComparison.Ordinal);
}
