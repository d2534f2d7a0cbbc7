using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>
/// One step for several complaints that were ticked in the queue. Each is a unit of its own, decided on the version
/// that was on the screen, with its own answer: one that changed meanwhile holds up no other.
/// </summary>
[Permits(Permission.AssignComplaints)]
public sealed class BulkComplaintsPage(
    ChosenComplaints complaints, StaffQueries staff, LastChanges changes, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    private const string Choose = "choose";
    private const string Move = "move:";

    /// <summary>Each <c>{id}_{version}</c>.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary><c>choose</c>, <c>assign</c> or <c>move:{verb}</c>.</summary>
    [BindProperty]
    public string Do { get; set; } = Choose;

    [BindProperty]
    public Guid? To { get; set; }

    /// <summary>The queue's own address, to return to.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public string BackTo => Back is { } back && Url.IsLocalUrl(back) && back.StartsWith("/queue", StringComparison.Ordinal) ? back : "/queue";

    public IReadOnlyList<Complaint> Complaints { get; private set; } = [];

    public IReadOnlyList<StaffScope> Receivers { get; private set; } = [];

    /// <summary>Who of them takes no new work today, until when.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Away { get; private set; } = new Dictionary<Guid, DateOnly>();

    public IReadOnlyList<string> Verbs { get; private set; } = [];

    /// <summary>Null until something was done.</summary>
    public IReadOnlyList<BulkResult>? Results { get; private set; }

    public IActionResult OnGet() => RedirectToPage("/Complaints/List");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var wanted = Chosen.Select(Parse).OfType<(Guid Id, int Version)>().DistinctBy(w => w.Id).Take(QueueFilter.PageSize).ToList();
        var found = await complaints.FindAsync([.. wanted.Select(w => w.Id)], viewer.Scope, cancellationToken);
        Complaints = [.. wanted.Select(w => found.Find(c => c.Id == w.Id)).OfType<Complaint>()];
        if (Step() is not { } step)
        {
            Away = await staff.AwayOnAsync(zone.Today, cancellationToken);
            // Who is there comes first.
            Receivers = [.. (await complaints.ReceiversAsync(Complaints, zone.Today, cancellationToken)).OrderBy(r => Away.ContainsKey(r.StaffId))];
            Verbs = ChosenComplaints.VerbsForAll(Complaints, viewer.Scope);
            return Do == Choose ? Page() : this.With([new Refusal("not_a_choice")], phrases);
        }

        var results = new List<BulkResult>();
        foreach (var (id, version) in wanted)
        {
            var outcome = await step(id, version, cancellationToken);
            results.Add(await ResultAsync(found.Find(c => c.Id == id), outcome, cancellationToken));
        }

        Results = results;
        return Page();
    }

    private Func<Guid, int, CancellationToken, Task<Outcome<Complaint>>>? Step()
    {
        if (Do == "assign" && To is { } to)
        {
            return (id, version, cancel) => boundary.RunAsync<GiveComplaint, Complaint>(
                (act, by, stop) => act.DoAsync(new(id, version, to), viewer.Scope, by, stop), cancel);
        }

        return Do?.StartsWith(Move, StringComparison.Ordinal) == true && ComplaintWorkflow.Table.Moves.Any(m => m.Verb == Do[Move.Length..])
            ? (id, version, cancel) => boundary.RunAsync<MoveComplaint, Complaint>(
                (act, by, stop) => act.DoAsync(new(id, version, Do[Move.Length..]), viewer.Scope, by, stop), cancel)
            : null;
    }

    private async Task<BulkResult> ResultAsync(Complaint? complaint, Outcome<Complaint> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Succeeded)
        {
            return new(complaint, true, phrases["bulk.result.ok"]);
        }

        var refusal = outcome.Refusals[0];
        if (complaint is null || refusal.Kind == RefusalKind.NotFound)
        {
            return new(null, false, phrases["bulk.result.gone"]);
        }

        // That it is closed is no news of a colleague: it may have been so on the screen.
        return new(complaint, false, refusal is { Kind: RefusalKind.Conflict, Code: not "settled" } && await changes.OfAsync(complaint.Id, viewer.Id, cancellationToken) is { } last
            ? phrases.Get("bulk.result.changed", ("name", last.Name ?? phrases[$"actor.{Codes.Of(last.Actor)}"]), ("at", phrases.Brief(last.At)))
            : phrases[$"refusal.{refusal.Code}"]);
    }

    private static (Guid Id, int Version)? Parse(string chosen) =>
        chosen.Split('_') is [var id, var version] && Guid.TryParse(id, out var known) && int.TryParse(version, out var seen)
            ? (known, seen)
            : null;
}

/// <param name="Complaint">Null where the reader may not see it (any more).</param>
/// <param name="Done">Whether the step was taken.</param>
public sealed record BulkResult(Complaint? Complaint, bool Done, string Words);
