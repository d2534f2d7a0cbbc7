namespace SlrtBot.Host.Tests.HouseRules.Rooms;

/// <param name="From">The room whose file uses something of the other.</param>
/// <param name="Because">The file, and what it uses.</param>
internal sealed record Arrow(string From, string To, string Because);

/// <summary>
/// The rooms of one project from left to right: each uses what stands left of it, so that there is no ring. A room is a
/// folder, under <paramref name="Halls"/> a folder's folder (and what registers all of them), and a file that lies in none.
/// See docs/adr/0009 and 0010.
/// </summary>
/// <param name="Everywhere">Rooms that see all others and are seen by all: they stand outside the order.</param>
internal sealed record RoomOrder(string Project, string[] Order, string[] Halls, string[] Everywhere)
{
    /// <summary>Around the complaint itself (its status, kind, category and workflow) stand rooms that see it.</summary>
    private static readonly string[] ComplaintRooms =
    [
        "Complaints/Promises", "Complaints", "Complaints/Access", "Complaints/Products", "Complaints/Moves", "Complaints/Feedback", "Complaints/Dangers", "Complaints/Lodging",
        "Complaints/Changes", "Complaints/Intake", "Complaints/Representatives", "Complaints/Queue", "Complaints/Search", "Complaints/Persons", "Complaints/Sheets", "Complaints/ComplaintServices",
    ];

    public static RoomOrder Core { get; } = new(
        "Core", [.. Layers.Slices.SelectMany(s => s == "Complaints" ? ComplaintRooms : [s]), "Backups", "Demo", "CoreServices"], ["Complaints"], Layers.Shared);

    public static RoomOrder Bot { get; } = new(
        "Bot",
        [
            "ComponentHtml", "Diagnostics", "Protocol", "Engine",
            "Dialogs/Flood", "Dialogs/Office", "Dialogs/Navigation", "Dialogs/Programmes", "Dialogs/Officers", "Dialogs/Status",
            "Dialogs/Complaints", "Dialogs/FieldForms", "Dialogs/Scams", "Dialogs/Representatives", "Dialogs/Withdrawals", "Dialogs/DataRequests",
            "Dialogs/StaffLinks", "Dialogs/Additions", "Dialogs/Feedback", "Dialogs/Unusable", "Dialogs/Pins", "Dialogs/Emergencies",
            "Dialogs/Corrections", "Dialogs/Start", "Dialogs/Menu",
            "Turns", "Telegram", "BotFramework", "WebChat", "Posters", "BotServices", "BotEndpoints",
        ],
        ["Dialogs"], []);

    public static RoomOrder Console { get; } = new(
        "Console",
        [
            "ServiceZone", "CookieNames", "Phrases", "Security", "Boundary", "Htmx", "Forms", "Edits", "Live", "Files", "Tags",
            "Pages", "Pages/Complaints", "Pages/Shared", "Pages/Referrals", "Pages/Tasks", "Pages/Handovers", "Pages/Tellings", "Pages/Visits", "Pages/Persons", "Pages/Registry", "Pages/Proposals", "Pages/Meetings", "Pages/Villages", "Pages/Talks", "Pages/Home", "Pages/Search", "Pages/Intake", "Pages/Account", "Pages/Errors",
            "Pages/Guides", "Pages/Installation", "Pages/Partners", "Pages/Programmes", "Pages/DataRequests", "Pages/Settings", "Pages/Staff", "Pages/Sessions", "ConsoleServices",
        ],
        ["Pages"], []);

    public static IReadOnlyList<RoomOrder> All { get; } = [Core, Bot, Console];

    /// <param name="path">From the repository's root: <c>src/Bot/Dialogs/Menu/MenuDialog.cs</c>.</param>
    public string RoomOf(string path)
    {
        var parts = path.Split('/')[2..];
        return parts.Length == 1 ? Path.GetFileNameWithoutExtension(parts[0]).Split('.')[0]
            : Halls.Contains(parts[0]) && (parts.Length > 2 || parts[1].EndsWith("Services.cs", StringComparison.Ordinal))
                ? $"{parts[0]}/{Path.GetFileNameWithoutExtension(parts[1])}"
            : parts[0];
    }

    public IEnumerable<Arrow> Arrows(IEnumerable<NamedType> named) => named
        .Where(n => n.DeclaredIn is not null && RoomOf(n.File) != RoomOf(n.DeclaredIn))
        .Select(n => new Arrow(RoomOf(n.File), RoomOf(n.DeclaredIn!), $"{n.Where} names {n.Type}"));

    /// <summary>Arrows to the right, and rooms without a place.</summary>
    public IEnumerable<string> Wrong(IEnumerable<Arrow> arrows) => arrows
        .Where(a => !Everywhere.Contains(a.From) && !Everywhere.Contains(a.To) && (PlaceOf(a.From) < 0 || PlaceOf(a.To) < 0 || PlaceOf(a.To) > PlaceOf(a.From)))
        .Select(a => $"{a.From} → {a.To}: {a.Because}");

    /// <summary>Rooms that use themselves through others, each ring on a line; what stands outside the order is left out.</summary>
    public IReadOnlyList<string> Rings(IEnumerable<Arrow> arrows)
    {
        var uses = arrows.Where(a => !Everywhere.Contains(a.From) && !Everywhere.Contains(a.To))
            .ToLookup(a => a.From, a => a.To);
        var reached = uses.ToDictionary(room => room.Key, room => Reached(room.Key, uses));
        return [.. reached.Where(r => r.Value.Contains(r.Key))
            .Select(r => string.Join(' ', r.Value.Where(o => reached.TryGetValue(o, out var back) && back.Contains(r.Key)).Order(StringComparer.Ordinal)))
            .Distinct()];
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var room))
        {
            foreach (var next in uses[room].Where(reached.Add))
            {
                open.Push(next);
            }
        }

        return reached;
    }

    private int PlaceOf(string room) => Array.IndexOf(Order, room);
}
