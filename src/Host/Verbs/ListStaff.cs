using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class ListStaff
{
    public static Verb Verb { get; } = new("staff list", VerbKind.Reads, "Show all accounts with roles and areas.", RunAsync)
    {
        Options = [VerbCall.Json],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var rows = await call.Services.GetRequiredService<StaffQueries>().ListAsync(null, cancellationToken);
        var table = new Table("user", "name", "roles", "sensitive", "state", "signed_in");
        foreach (var row in rows)
        {
            table.Add(
                row.UserName,
                row.Name,
                string.Join(' ', row.Roles.Select(r => $"{Codes.Of(r.Role)}@{r.AreaCode}")),
                row.ReadsSensitive ? "yes" : "no",
                Codes.Of(row.State),
                row.SignedInAt is { } at ? $"{at:yyyy-MM-ddTHH:mm:ssZ}" : "");
        }

        await call.Out.WriteLineAsync(call.AsJson ? table.ToJson() : table.ToText());
        return ExitCode.Done;
    }
}
