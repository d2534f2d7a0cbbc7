using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>When a village meets, or what its statement is about.</summary>
[Permits(Permission.DeliberateProposals)]
public sealed class PlanMeetingPage(MeetingQueries meetings, AreaCatalogue areas, TimeProvider clock, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty(SupportsGet = true, Name = "village")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "form")]
    public string? Form { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public List<Guid> Proposals { get; set; } = [];

    public bool IsStatement => Form == Codes.Of(MeetingForm.Statement);

    /// <summary>How many come on a meeting's agenda.</summary>
    public WaitingVillage Waiting { get; private set; } = null!;

    /// <summary>What a statement may be about.</summary>
    public IReadOnlyList<AskedFor> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Village))
        {
            // Which village it is for is chosen there.
            return Redirect("/meetings");
        }

        if (!await LoadAsync(cancellationToken))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        ModelState.Clear();
        (Key, On) = (SequentialId.Next(clock.GetUtcNow().UtcDateTime), zone.Today);
        Form = IsStatement ? Form : Codes.Of(MeetingForm.Meeting);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.GetFieldValidationState(nameof(Key)) == ModelValidationState.Invalid || ModelState.GetFieldValidationState(nameof(Proposals)) == ModelValidationState.Invalid)
        {
            return BadRequest();
        }

        var input = new PlanMeetingInput(Key, Village, Form, On, Place, Proposals);
        var outcome = await boundary.RunAsync<PlanMeeting, VillageMeeting>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "meeting_planned";
            return Redirect($"/meetings/{outcome.Value.Id:N}");
        }

        ModelState.Clear();
        return await LoadAsync(cancellationToken) ? this.With([.. outcome.Refusals.Select(Named)], phrases) : StatusCode(StatusCodes.Status403Forbidden);
    }

    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            "on" => nameof(On),
            "place" => nameof(Place),
            "proposals" => nameof(Proposals),
            "form" => null,
            var other => other,
        },
    };

    /// <returns>False for a village that is not the reader's.</returns>
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Village is not { } village || areas.Find(village)?.Level != AreaLevel.Village || !viewer.Scope.MayIn(Permission.DeliberateProposals, village))
        {
            return false;
        }

        Waiting = (await meetings.WaitingAsync(viewer.Scope, cancellationToken)).FirstOrDefault(w => w.VillageCode == village) ?? new WaitingVillage(village, 0, 0);
        var choices = new List<AskedFor>();
        foreach (var unseen in IsStatement ? await meetings.ToChooseAsync(village, viewer.Scope, cancellationToken) : [])
        {
            choices.Add(await boundary.ShowAsync(unseen, cancellationToken));
        }

        Choices = choices;
        return true;
    }
}
