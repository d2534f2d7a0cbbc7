using System.CommandLine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class UnlinkStaff
{
    private static readonly Option<string> User = new("--user") { Description = "Sign-in name.", HelpName = "NAME", Required = true };

    public static Verb Verb { get; } = new(
        "staff unlink", VerbKind.WritesBeside, "Part an account from the chats that are linked to it, as when a telephone is lost.", RunAsync)
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

        var outcome = await call.Services.GetRequiredService<UnitOfWork>().RunAsync<UnlinkStaffChats, int>(
            (act, cancel) => act.DoAsync(new(staff.Id, null, StaffChatEnd.Administrator), call.Provenance, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        await call.Out.WriteLineAsync($"{staff.UserName}: {outcome.Value} chats unlinked.");
        return ExitCode.Done;
    }
}
