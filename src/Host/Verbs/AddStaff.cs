using System.CommandLine;
using System.CommandLine.Completions;
using Microsoft.AspNetCore.Identity;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Host.Verbs;

internal static class AddStaff
{
    private static readonly Option<string> User = new("--user") { Description = "Sign-in name.", HelpName = "NAME", Required = true };
    private static readonly Option<string> Roles = new("--role")
    {
        Description = "One or more of the role codes.",
        HelpName = "ROLE[,ROLE]",
        Required = true,
        CompletionSources = { _ => Enum.GetValues<Role>().Select(r => new CompletionItem(Codes.Of(r))) },
    };

    private static readonly Option<string> Area = new("--area")
    {
        Description = "Kemendagri code of the area in which the roles are held.",
        HelpName = "CODE",
        Required = true,
    };
    private static readonly Option<string> Name = new("--name")
    {
        Description = "As colleagues and residents read it; the sign-in name otherwise.",
        HelpName = "NAME",
    };
    private static readonly Option<bool> Sensitive = new("--sensitive") { Description = "May read sensitive classes of complaints." };
    private static readonly Option<bool> Link = new("--link")
    {
        Description = "Print a set-up link without looking for a password on standard input.",
    };

    public static Verb Verb { get; } = new(
        "staff add", VerbKind.WritesBeside,
        "Make an account. The password comes from standard input; without one a set-up link is printed.", RunAsync)
    {
        Options = [User, Roles, Area, Name, Sensitive, Link],
        TakesLine = true,
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var roles = ReadRoles(call.Given(Roles));
        if (!roles.Succeeded)
        {
            return call.Refuse(roles.Refusals);
        }

        var user = call.Given(User);
        var area = call.Given(Area);
        var staff = new NewStaffMember(
            user, call.Value(Name) ?? user, roles.Value, Core.Areas.AreaCode.Normalise(area) ?? area, call.Value(Sensitive));
        if (!call.Value(Link) && await call.Terminal.ReadPipedLineAsync() is { } password)
        {
            var hashed = await HashAsync(call.Services, staff, password);
            if (!hashed.Succeeded)
            {
                return call.Refuse(hashed.Refusals);
            }

            staff = staff with { PasswordHash = hashed.Value };
        }

        await call.Services.GetRequiredService<Core.Areas.PrepareAreas>().AtStartAsync(cancellationToken);
        var outcome = await call.Services.GetRequiredService<UnitOfWork>()
            .RunAsync<AddStaffMember, StaffAdded>((act, cancel) => act.DoAsync(staff, call.Provenance, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return call.Refuse(outcome.Refusals);
        }

        await call.Out.WriteLineAsync(outcome.Value.SetUpToken is { } token
            ? $"{user} sets a password, once and within 7 days, at {SetUpLink.Of(call.Services, token)}"
            : $"{user} may sign in.");
        return ExitCode.Done;
    }

    private static Outcome<List<Role>> ReadRoles(string value)
    {
        var roles = new List<Role>();
        foreach (var code in value.Split([',', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Codes.TryParse<Role>(code.ToLowerInvariant(), out var role))
            {
                return StaffRole.Unknown(code);
            }

            roles.Add(role);
        }

        return roles;
    }

    private static async Task<Outcome<string>> HashAsync(IServiceProvider services, NewStaffMember staff, string password)
    {
        var accounts = services.GetRequiredService<UserManager<StaffMember>>();
        var probe = new StaffMember
        {
            Id = Guid.Empty,
            UserName = staff.UserName,
            NormalizedUserName = staff.NormalizedUserName,
            Name = staff.Name,
            SecurityStamp = "",
            CreatedAt = default,
        };
        foreach (var rule in accounts.PasswordValidators)
        {
            var result = await rule.ValidateAsync(accounts, probe, password);
            if (!result.Succeeded)
            {
                return result.Errors.Select(e => new Refusal(e.Code, "password")).ToList();
            }
        }

        return accounts.PasswordHasher.HashPassword(probe, password);
    }
}
