using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tellings;

namespace SlrtBot.Console.Pages.Tellings;

/// <summary>What somebody who went there writes down: told whom, when, understood, received.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class RecordTellingPage(TellingQueries tellings, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    [BindProperty]
    public string? Understood { get; set; }

    [BindProperty]
    public string? Received { get; set; }

    [BindProperty]
    public DateOnly? ToldOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public TellingSheet Sheet { get; private set; } = null!;

    public IEnumerable<SelectListItem> Outcomes => Choices<TellingOutcome>("telling.outcome", Outcome);

    public IEnumerable<SelectListItem> People => Choices<ToldWhom>("telling.whom", Whom);

    public IEnumerable<SelectListItem> YesOrNo =>
        [new(phrases["form.choose"], string.Empty), new(phrases["telling.yes"], "yes", Understood == "yes"), new(phrases["telling.no"], "no", Understood == "no")];

    public IEnumerable<SelectListItem> Confirmations =>
    [
        new(phrases["telling.received.none"], string.Empty),
        .. new[] { Confirmation.Received, Confirmation.Partly, Confirmation.NotReceived }
            .Select(c => new SelectListItem(phrases[$"telling.received.{Codes.Of(c)}"], Codes.Of(c), Codes.Of(c) == Received)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        ToldOn = zone.Today;
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var input = new RecordTellingInput(
            id, Parse<TellingOutcome>(Outcome), Parse<ToldWhom>(Whom), Understood switch { "yes" => true, "no" => false, _ => null }, Parse<Confirmation>(Received), ToldOn, Note);
        var outcome = await boundary.RunAsync<RecordTelling, Telling>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = $"telling_{Codes.Of(outcome.Value.Outcome!.Value)}";
            return RedirectToPage("/Tasks/List");
        }

        await LoadAsync(id, cancellationToken);
        ModelState.Clear();
        return this.With([.. outcome.Refusals.Select(Named)], phrases);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await tellings.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        Sheet = await boundary.ShowAsync(found, cancellationToken);
        return true;
    }

    private IEnumerable<SelectListItem> Choices<TEnum>(string label, string? chosen)
        where TEnum : struct, Enum =>
    [
        new(phrases["form.choose"], string.Empty),
        .. Enum.GetValues<TEnum>().Select(v => new SelectListItem(phrases[$"{label}.{Codes.Of(v)}"], Codes.Of(v), Codes.Of(v) == chosen)),
    ];

    private static TEnum? Parse<TEnum>(string? code)
        where TEnum : struct, Enum =>
        Codes.TryParse<TEnum>(code, out var value) ? value : null;

    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            "outcome" => nameof(Outcome),
            "whom" => nameof(Whom),
            "understood" => nameof(Understood),
            "told_on" => nameof(ToldOn),
            "note" => nameof(Note),
            var other => other,
        },
    };
}
