using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Console.Pages.Intake;

/// <summary>The desk: a complaint of somebody who stands at the counter, calls, writes or is visited.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class RegisterComplaintPage(
    Searches searches, KnownPersons known, Understander understander, DeskVillages villages, Boundary boundary, Viewer viewer, ServiceZone zone, TimeProvider clock,
    Phrases phrases, PhraseBook book) : PageModel
{
    [BindProperty, BindRequired]
    public Guid DraftId { get; set; }

    [BindProperty]
    public IntakeForm Form { get; set; } = new();

    /// <summary>Code of the village, where the name left several.</summary>
    [BindProperty]
    public string? Village { get; set; }

    /// <summary>The odd NIK that was asked about; saving it again says that it is right.</summary>
    [BindProperty]
    public string? SureOf { get; set; }

    public BesideModel Beside { get; private set; } = new(null, null, null);

    public IReadOnlyList<Area> Near { get; private set; } = [];

    public IReadOnlyList<string> Villages => villages.Names();

    public IntakeChoices Choices => new(phrases, Form);

    public void OnGet()
    {
        DraftId = SequentialId.Next(clock.GetUtcNow().UtcDateTime);
        (Form.ConsentOn, Form.Place) = (zone.Today, villages.Only());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var unread = UnreadDays();
        var place = villages.Find(Form.Place, Village);
        var input = Form.ToInput(DraftId, place.Village?.Code, SureOf, understander.Understand(Form.Story ?? ""));
        var outcome = unread.Count > 0
            ? unread
            : await boundary.RunAsync<RegisterComplaint, Complaint>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            return RedirectToPage("/Intake/Receipt", new { reference = outcome.Value.Reference });
        }

        Near = place.Near;
        SureOf = NationalId.Check(Form.NationalId, zone.Today) is { Accepted: true } check ? check.Digits : null;
        return await AgainAsync(outcome.Refusals, cancellationToken);
    }

    /// <summary>While somebody types, and by a button for whoever has no script: the page with what stands beside the form.</summary>
    /// <param name="take">The suggested category, taken over.</param>
    public async Task<IActionResult> OnPostBesideAsync(string? take, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Form.Category = ComplaintCategory.All.Any(c => c.Code == take) ? take : Form.Category;
        await LookAsync(cancellationToken);
        return Page();
    }

    /// <param name="to">Reference of the open complaint that it belongs to.</param>
    public async Task<IActionResult> OnPostAddAsync(string? to, CancellationToken cancellationToken)
    {
        DeskChannel? channel = Codes.TryParse<DeskChannel>(Form.Channel, out var came) ? came : null;
        var heading = book.Get(PhraseBook.Fallback, "intake.added", ("channel", book.Get(PhraseBook.Fallback, $"channel.{Codes.Of(channel ?? DeskChannel.Desk)}")));
        var input = new AddAtDeskInput(DraftId, to, Form.Story, heading, channel);
        var outcome = await boundary.RunAsync<AddAtDesk, Complaint>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "added_at_desk";
            return RedirectToPage("/Complaints/Show", new { reference = outcome.Value.Reference });
        }

        return await AgainAsync(outcome.Refusals, cancellationToken);
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await LookAsync(cancellationToken);
        return this.With([.. refusals.Select(r => r with { Field = FieldOf(r.Field) })], phrases);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var understood = understander.Understand(Form.Story ?? "");
        var suggested = understood is { IsWorthProposing: true, Category: { } code } && code != Form.Category ? ComplaintCategory.Get(code) : null;
        var isSomebody = !Form.IsAnonymous && new[] { Form.Name, Form.Phone, Form.NationalId }.Any(f => !string.IsNullOrWhiteSpace(f));
        var before = isSomebody
            ? await searches.OfPersonAsync(Form.Name, Form.Phone, Form.NationalId, viewer.Scope, boundary.By, cancellationToken)
            : null;
        Beside = new BesideModel(
            before is null ? null : [.. before.Take(BesideModel.Most)],
            suggested is { IsEmpty: false } ? suggested : null,
            understood.Urgency == Urgency.Emergency ? string.Join(", ", understood.UrgentBecause) : null)
        {
            Persons = Form.IsAnonymous ? [] : await PersonsAsync(cancellationToken),
            Chosen = Form.Person,
        };
    }

    /// <summary>Who was chosen stays in the list, whatever is typed afterwards.</summary>
    private async Task<IReadOnlyList<KnownPerson>> PersonsAsync(CancellationToken cancellationToken)
    {
        var found = await known.FindAsync(Form.Sought(villages.Find(Form.Place, Village).Village?.Code ?? ""), null, viewer.Scope, boundary.By, cancellationToken);
        return Form.PersonId is { } id && !found.Any(p => p.Id == id) && await known.ByIdAsync(id, viewer.Scope, cancellationToken) is { } chosen ? [chosen, .. found] : found;
    }

    private List<Refusal> UnreadDays() =>
    [
        .. new[] { nameof(Form.PaperOn), nameof(Form.ConsentOn) }
            .Where(day => ModelState.TryGetValue($"{nameof(Form)}.{day}", out var entry) && entry.Errors.Count > 0).Select(day => new Refusal("day_unclear", day)),
    ];

    /// <summary>The act's names of its inputs, as this form calls them.</summary>
    private static string? FieldOf(string? field) => field switch
    {
        null => null,
        nameof(RegisterComplaintInput.CategoryCode) => $"{nameof(Form)}.{nameof(Form.Category)}",
        nameof(RegisterComplaintInput.PersonId) => $"{nameof(Form)}.{nameof(Form.Person)}",
        nameof(RegisterComplaintInput.VillageCode) => $"{nameof(Form)}.{nameof(Form.Place)}",
        var same => $"{nameof(Form)}.{same}",
    };
}
