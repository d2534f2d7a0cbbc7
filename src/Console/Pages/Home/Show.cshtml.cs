using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Console.Pages.Home;

/// <summary>What waits for the reader, counted, each count a link to its list; for those who read numbers alone, the numbers.</summary>
[Permits(Permission.OwnAccount)]
public sealed class ShowHomePage(
    QueueQueries queue, FigureQueries figures, TalkQueries talks, DataRequestQueries requests, ReferralQueries referrals, ChannelHealthQueries health, EmptyDesks desks, TaskQueries tasks, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    private static readonly string[] QueueTiles = ["new", "at_risk", "overdue", "raised", "not_received", "mine", "open", "resident"];

    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    /// <summary>The complaint that was promised soonest.</summary>
    public QueueRow? Next { get; private set; }

    /// <summary>For those who look after the installation.</summary>
    public IReadOnlyList<ChannelAlarm> Alarms { get; private set; } = [];

    /// <summary>Null where the reader's roles do not count.</summary>
    public Figures? Figures { get; private set; }

    public DateOnly Today => zone.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var tiles = new List<Tile>();
        // A person who waits comes before a report that waits.
        if (viewer.May(Permission.WriteToResidents))
        {
            tiles.Add(Make("unreached", "/conversations#talks-unreached", await talks.UnreachedAsync(viewer.Scope, cancellationToken), true));
            tiles.Add(Make("conversations", "/conversations", await talks.WaitingAsync(viewer.Scope, cancellationToken), true));
        }

        if (viewer.May(Permission.ReadComplaints))
        {
            foreach (var view in QueueTiles)
            {
                var count = await queue.CountAsync(QueueViews.All[view](viewer.Id), viewer.Scope, cancellationToken);
                tiles.Add(Make(view, $"/queue?view={view}", count, view is "overdue" or "raised" or "not_received"));
            }

            var first = await queue.PageAsync(QueueViews.All["open"](viewer.Id) with { Size = 1 }, viewer.Scope, cancellationToken);
            Next = first.Rows.Count > 0 ? first.Rows[0] : null;
        }

        if (viewer.May(Permission.HandleTasks))
        {
            foreach (var list in new[] { TaskList.Mine, TaskList.Desk })
            {
                tiles.Add(Make($"tasks_{Codes.Of(list)}", $"/tasks?list={Codes.Of(list)}", await tasks.CountAsync(list, viewer.Scope, cancellationToken), false));
            }
        }

        if (viewer.May(Permission.ReadReferrals))
        {
            var running = await referrals.CountAsync(new ReferralFilter(Running: true), viewer.Scope, cancellationToken);
            var late = await referrals.CountAsync(new ReferralFilter(Running: true, DueBefore: zone.Today), viewer.Scope, cancellationToken);
            tiles.Add(Make("referrals", "/referrals", running, false));
            tiles.Add(Make("referrals_late", "/referrals?view=late", late, true));
        }

        if (viewer.May(Permission.AnswerDataRequests))
        {
            tiles.Add(Make("requests", "/requests", await requests.OpenAsync(viewer.Scope, cancellationToken), true));
        }

        if (viewer.May(Permission.ManageStaff))
        {
            var gaps = await desks.FindAsync(viewer.Scope.AreasFor(Permission.ManageStaff), zone.Today, cancellationToken);
            tiles.Add(Make("desks", "/staff#desks", gaps.Still, true));
        }

        Figures = viewer.May(Permission.ReadFigures) ? await figures.OfAsync(viewer.Scope, cancellationToken) : null;
        Alarms = viewer.May(Permission.ReadSystem) ? await health.AlarmsAsync(cancellationToken) : [];
        Tiles = tiles;
    }

    private Tile Make(string key, string href, int count, bool alarming) => new(
        key, href, count, count >= QueueQueries.CountLimit ? phrases.Get("queue.many", ("count", count - 1)) : phrases.Number(count), alarming);
}

/// <param name="Key">Label <c>home.tile.{key}</c>.</param>
/// <param name="Alarming">Red when there is any.</param>
public sealed record Tile(string Key, string Href, int Count, string Text, bool Alarming);
