using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>The visits of a week: the reader's own, or all of their areas.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class ListVisitsPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone) : PageModel
{
    private const int FurthestWeek = 9;
    private const string Everybody = "all";
    private const string Own = "mine";

    /// <summary>Weeks from this one.</summary>
    [BindProperty(SupportsGet = true, Name = "week")]
    public int Week { get; set; }

    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    public bool IsMine { get; private set; }

    public DateOnly Today => zone.Today;

    public DateOnly From { get; private set; }

    public DateOnly To => From.AddDays(6);

    public IReadOnlyList<VisitCard> Cards { get; private set; } = [];

    public bool MayGoFurther => Week < FurthestWeek;

    /// <summary>What came back, what waits for approval; then day by day.</summary>
    public IEnumerable<VisitCard> Returned => Cards.Where(c => c.Visit.Status == VisitStatus.Returned);

    public IEnumerable<VisitCard> Waiting => Cards.Where(c => c.Visit.Status == VisitStatus.Sent);

    public IEnumerable<IGrouping<DateOnly, VisitCard>> Days => Cards.Where(c => c.Visit.Status == VisitStatus.Planned).GroupBy(c => c.Visit.PlannedOn);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Week = Math.Clamp(Week, 0, FurthestWeek);
        IsMine = Whose == Own || (Whose != Everybody && viewer.May(Permission.VerifyComplaints));
        var today = zone.Today;
        From = today.AddDays(-(((int)today.DayOfWeek + 6) % 7)).AddDays(7 * Week);
        var cards = new List<VisitCard>();
        foreach (var unseen in await visits.WeekAsync(From, To, Week == 0, IsMine, viewer.Scope, cancellationToken))
        {
            cards.Add(await boundary.ShowAsync(unseen, cancellationToken));
        }

        Cards = cards;
    }

    public static string Address(int week, bool mine) => $"/visits?week={week}&whose={(mine ? Own : Everybody)}";
}
