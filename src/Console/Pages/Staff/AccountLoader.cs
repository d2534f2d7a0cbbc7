using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>The account that a page is about, and how the acts' refusals find their fields.</summary>
public sealed class AccountLoader(AccountQueries accounts, OwnPassword passwords, Boundary boundary, Viewer viewer, ServiceZone zone, TimeProvider clock)
{
    public OwnPassword Passwords => passwords;

    public TimeProvider Clock => clock;

    /// <returns>Null for an account outside the reader's area; the look is written down before anything is shown.</returns>
    public async Task<AccountPage?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await accounts.FindAsync(id, viewer.Scope, zone.Today, cancellationToken) is { } unseen ? await boundary.ShowAsync(unseen, cancellationToken) : null;

    public static List<Refusal> Named(IEnumerable<Refusal> refusals) => [.. refusals.Select(r => r with { Field = r.Field switch
    {
        "user" => "UserName",
        "name" => "Name",
        "role" => "Roles",
        "area" => "AreaText",
        "reason" => "Reason",
        "own_password" => "OwnPassword",
        "from" => "From",
        "to" => "To",
        "deputy" => "Deputy",
        var other => other,
    } })];

    /// <summary>A day as the browser's field sends it.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
