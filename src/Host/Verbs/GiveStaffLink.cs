using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class GiveStaffLink
{
    private static readonly VerbOption User = new("user", "Sign-in name.", "NAME", Required: true);

    public static Verb Verb { get; } = new(
        "staff link", VerbKind.Writes, "Print a new set-up link for someone who lost the password or the first link.", RunAsync)
    {
        Options = [User],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var outcome = await call.Services.GetRequiredService<UnitOfWork>().RunAsync<GiveSetUpLink, StaffAdded>(
            (act, cancel) => act.DoAsync(new LinkWanted(call.Value(User.Name)!), call.Provenance, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        await call.Out.WriteLineAsync(SetUpLink.Of(call.Services, outcome.Value.SetUpToken!));
        return ExitCode.Done;
    }
}
