using System.CommandLine;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class RetireStaff
{
    private static readonly Option<string> User = new("--user") { Description = "Sign-in name.", HelpName = "NAME", Required = true };

    public static Verb Verb { get; } = new(
        "staff deactivate", VerbKind.WritesBeside,
        "Close the account of someone who left: sessions end, work in the name goes back to the queue, the name stays in the history.", RunAsync)
    {
        Options = [User],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var name = call.Given(User);
        if (await call.Services.GetRequiredService<StaffAccounts>().ByUserNameAsync(name.ToUpperInvariant(), cancellationToken) is not { } staff)
        {
            return call.Refuse([StaffMember.Unknown(name)]);
        }

        var outcome = await call.Services.GetRequiredService<UnitOfWork>().RunAsync<DeactivateStaffMember, Done>(
            (act, cancel) => act.DoAsync(new StaffLeaves(staff.Id), call.Provenance, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        await call.Out.WriteLineAsync($"{staff.UserName} may no longer sign in.");
        return ExitCode.Done;
    }
}
