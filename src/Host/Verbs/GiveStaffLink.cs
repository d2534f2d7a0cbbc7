using System.CommandLine;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class GiveStaffLink
{
    private static readonly Option<string> User = new("--user") { Description = "Sign-in name.", HelpName = "NAME", Required = true };

    public static Verb Verb { get; } = new(
        "staff link", VerbKind.WritesBeside, "Print a new set-up link for someone who lost the password or the first link.", RunAsync)
    {
        Options = [User],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var outcome = await call.Services.GetRequiredService<UnitOfWork>().RunAsync<GiveSetUpLink, StaffAdded>(
            (act, cancel) => act.DoAsync(new LinkWanted(call.Given(User)), call.Provenance, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        await call.Out.WriteLineAsync(SetUpLink.Of(call.Services, outcome.Value.SetUpToken!));
        return ExitCode.Done;
    }
}
