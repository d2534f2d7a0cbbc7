using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// Every address of the console: what is posted without its form's token changes nothing, and what is only looked at
/// changes nothing but the audit of who looked (docs/checks.md, A-52, A-53).
/// </summary>
public sealed class ConsoleDoorTests
{
    private static readonly string[] NotOfTheConsole = ["/chat", "/healthz", "/webhooks", "/api", "/metrics"];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_without_its_own_token_is_refused_on_every_route_and_changes_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        var manager = await installation.SignInAsync(Role.Manager, readsSensitive: true);
        var routes = await RoutesAsync(installation, manager);
        var others = await installation.SignInAsync(Role.Analyst);
        await others.OpenAsync("/account");
        var foreign = others.Page.QuerySelector("input[name=csrf]")!.GetAttribute("value")!;
        var before = await TablesAsync(installation);
        var wrong = new List<string>();

        // Act
        foreach (var route in routes)
        {
            foreach (var (kind, path, token) in new[] { ("none", route, ""), ("in the query", $"{route}?csrf={Uri.EscapeDataString(foreign)}", ""), ("another's", route, foreign) })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(Filled(token)) };
                using var response = await manager.SendAsync(request);
                if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Forbidden))
                {
                    wrong.Add($"{route} with a token {kind}: {response.StatusCode}");
                }
            }
        }

        // Assert
        Assert.True(routes.Count > 15, $"{routes.Count} routes");
        Assert.Equal([], wrong);
        Assert.Equal(before, await TablesAsync(installation));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Looking_at_every_page_as_every_role_changes_nothing_but_the_audit(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        var manager = await installation.SignInAsync(Role.Manager, readsSensitive: true);
        var routes = await RoutesAsync(installation, manager);
        var staff = new Dictionary<Role, StaffBrowser> { [Role.Manager] = manager };
        foreach (var role in Enum.GetValues<Role>().Except(staff.Keys))
        {
            staff[role] = await installation.SignInAsync(role, role == Role.Province ? "32" : "32.04");
        }

        await installation.QuietAsync();
        var before = await TablesAsync(installation);
        var failed = new List<string>();

        // Act
        foreach (var (role, browser) in staff)
        {
            foreach (var route in routes)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, route);
                using var response = await browser.SendAsync(request);
                if ((int)response.StatusCode >= 500 && !route.StartsWith("/errors/", StringComparison.Ordinal))
                {
                    failed.Add($"{role} {route}: {response.StatusCode}");
                }
            }
        }

        // Assert
        Assert.Equal([], failed);
        Assert.Equal(before, await TablesAsync(installation));
    }

    /// <summary>Every address of the console's door, about a complaint and a referral that exist.</summary>
    private static async Task<List<string>> RoutesAsync(Installation installation, StaffBrowser manager)
    {
        var complaint = await new ResidentStory(installation).LodgeAsync();
        var partner = await installation.PartnerAsync();
        await manager.OpenAsync($"/complaints/{complaint.Reference}");
        await manager.ReviewAsync();
        await manager.AnalyseAsync(complaint.Reference);
        await manager.OpenAsync($"/complaints/{complaint.Reference}/refer");
        var consent = manager.Page.QuerySelectorAll("select[name=Consent] option").Select(o => o.GetAttribute("value") ?? "").First(v => v.Length > 0);
        await manager.SubmitAsync("form:has([name=Partner])", ("Partner", partner.ToString()), ("Words", "Mohon diperiksa"), ("DueOn", "2026-12-31"), ("Consent", consent));
        await installation.QuietAsync();
        var number = await installation.ReadAsync(db => db.Referrals.Select(r => r.Number).SingleAsync());
        var file = await installation.ReadAsync(db => db.StoredFiles.Select(f => f.Id).FirstAsync());
        return
        [
            .. installation.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != "{**path:file}")
                .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}")
                .Where(r => r != "/live" && !NotOfTheConsole.Any(other => r.StartsWith(other, StringComparison.Ordinal)))
                .Select(r => r.Replace("{reference}", complaint.Reference, StringComparison.Ordinal).Replace("{number}", number, StringComparison.Ordinal)
                    .Replace("{id:guid}", $"{file}", StringComparison.Ordinal).Replace("{status:int}", "404", StringComparison.Ordinal).Replace("{token}", "x", StringComparison.Ordinal))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What every form of the console may ask for, so that nothing but the token is missing.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Filled(string token)
    {
        Dictionary<string, string> fields = new()
        {
            ["csrf"] = token,
            ["Verb"] = "partner_accepts",
            ["Version"] = "2",
            ["Text"] = "x",
            ["Key"] = "0196f0c0-0000-7000-8000-000000000001",
            ["Take"] = "true",
            ["Words"] = "x",
            ["language"] = "en",
            ["UserName"] = "manager",
            ["Password"] = StaffBrowser.Password,
        };
        return fields.Where(f => f.Value.Length > 0);
    }

    /// <summary>Every row of every table except the audit's and the clock's own notes.</summary>
    private static Task<List<string>> TablesAsync(Installation installation) => installation.ReadAsync(async db =>
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal)
            .Where(t => !t.StartsWith("audit_", StringComparison.Ordinal) && t is not ("job_run" or "area")))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select * from {table}";
            await using var reader = await command.ExecuteReaderAsync();
            var found = new List<string>();
            while (await reader.ReadAsync())
            {
                found.Add($"{table} " + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
            }

            rows.AddRange(found.Order(StringComparer.Ordinal));
        }

        return rows;
    });
}
