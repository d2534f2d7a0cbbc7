using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>The receipt with the code that joins another chat to the complaint: made, shown and printed once.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class MakeSlipPage(SheetLoader sheets, Boundary boundary, Viewer viewer, IConfiguration configuration, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Relation { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    /// <summary>Null until it was made, and for ever after this answer.</summary>
    public Slip? Made { get; private set; }

    /// <summary>Into the chat of the bot; null where its name is not set.</summary>
    public string? Link => Made is { } slip && configuration["Telegram:BotUsername"]?.TrimStart('@') is { Length: > 0 } bot
        ? $"https://t.me/{bot}?start={SlipCode.LinkPrefix}{slip.Code.Replace("-", "", StringComparison.Ordinal)}"
        : null;

    public static string Picture(string link) => Convert.ToBase64String(Encoding.UTF8.GetBytes(QrPicture.Svg(link)));

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await FindAsync(reference, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        var input = new MakeSlipInput(
            Sheet.Complaint.Id, Codes.TryParse<Relation>(Relation, out var relation) ? relation : null, Name,
            Codes.TryParse<ConsentWay>(Way, out var way) ? way : null);
        var outcome = await boundary.RunAsync<MakeSlip, Slip>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.With([.. outcome.Refusals.Select(r => r with { Field = FieldOf(r.Field) })], phrases);
        }

        Made = outcome.Value;
        return Page();
    }

    private static string? FieldOf(string? field) => field switch
    {
        "relation" => nameof(Relation),
        "name" => nameof(Name),
        "way" => nameof(Way),
        _ => null,
    };

    private async Task<bool> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
