using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Demo;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Host.Demo;

/// <summary>In Development an empty database becomes a demo; in Production a demo is refused.</summary>
internal sealed class DemoStart(
    SlrtDbContext db, DemoStaff staff, PrepareDemo demo, DatabaseOptions database, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
{
    private const string PasswordFile = "demo-password";

    /// <returns>Null where there is no demo.</returns>
    /// <exception cref="OptionsException">Production, and a demo is wanted or already there.</exception>
    public async Task<DemoAccounts?> RunAsync(CancellationToken cancellationToken)
    {
        var names = await staff.FindAsync(cancellationToken);
        if (environment.IsProduction())
        {
            AssertNone(names);
            return null;
        }

        if (!DemoRule.Allows(configuration, environment))
        {
            return null;
        }

        if (names.Count > 0)
        {
            var known = Password();
            await staff.KeepPasswordAsync(names, known, cancellationToken);
            return new DemoAccounts(names, known);
        }

        if (await db.Complaints.AnyAsync(cancellationToken) || await AddAccountsAsync(cancellationToken) is not { } password)
        {
            return null;
        }

        var plan = new DemoPlan(PrepareDemo.AtFirstStart, PrepareDemo.UsualSeed, demo.Today);
        var by = Provenance.Job(DemoStaff.Reason, clock.GetUtcNow().UtcDateTime);
        await demo.RunAsync(plan, by, new Progress<DemoProgress>(), cancellationToken);
        return new DemoAccounts(await staff.FindAsync(cancellationToken), password);
    }

    /// <returns>Their password; null where people work here already: then nobody made up is put among them.</returns>
    public async Task<string?> AddAccountsAsync(CancellationToken cancellationToken)
    {
        if (await db.StaffMembers.AnyAsync(cancellationToken))
        {
            return null;
        }

        var password = Password();
        await staff.AddAsync(password, cancellationToken);
        return password;
    }

    private void AssertNone(IReadOnlyList<string> names)
    {
        if (configuration.GetValue("Demo:Enabled", false))
        {
            throw new OptionsException("Demo__Enabled", "a demo has accounts with a known password and never runs in Production: remove the setting");
        }

        if (names.Count > 0)
        {
            throw new OptionsException(
                "Data__Directory", $"the database holds demo accounts ({string.Join(", ", names)}), which Production refuses: start on a new one");
        }
    }

    /// <summary>The setting, else what was made up at the first start and kept, so that every start can tell it.</summary>
    private string Password()
    {
        if (Secrets.Read(configuration, "Demo:Password") is { } set)
        {
            return set;
        }

        var path = Path.Combine(database.DataDirectory, PasswordFile);
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new StreamWriter(path, options);
            file.Write(RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14));
        }

        return File.ReadAllText(path).Trim();
    }
}
