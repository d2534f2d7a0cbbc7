using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;
using SlrtBot.Host.Demo;

namespace SlrtBot.Host;

/// <summary>Brings the database to where the doors can open: this version's schema, areas, in Development a demo.</summary>
internal static class FirstStart
{
    /// <returns>Null where there is no demo.</returns>
    public static async Task<DemoAccounts?> PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await MigrateAsync(services, cancellationToken);
        await AssertKeysFitAsync(services, cancellationToken);
        if (await services.GetRequiredService<PrepareAreas>().AtStartAsync(cancellationToken) is { Succeeded: false } refused)
        {
            throw new OptionsException("Slrt__Regency", Sentences.Of(services.GetRequiredService<PhraseBook>(), refused.Refusals[0] with { Field = null }).TrimEnd('.'));
        }

        await services.GetRequiredService<LoadSettings>().LoadAsync(cancellationToken);
        await AddProgrammesAsync(services, cancellationToken);
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetService<DemoStart>() is { } demo ? await demo.RunAsync(cancellationToken) : null;
    }

    /// <summary>Whether there is an account at all.</summary>
    public static async Task<bool> HasStaffAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AnyAsync(cancellationToken);
    }

    private static async Task AddProgrammesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var by = Provenance.Job("programmes", services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await services.GetRequiredService<UnitOfWork>().RunAsync<AddProgrammes, int>((act, stop) => act.DoAsync(by, stop), cancellationToken);
    }

    /// <summary>A ring that was lost and made anew, or is another installation's, would seal new rows beside closed ones.</summary>
    private static async Task AssertKeysFitAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CheckFieldKeys>().FitAsync(cancellationToken))
        {
            return;
        }

        var found = services.GetRequiredService<FieldKeyRing>().CreatedNow ? "was missing, and a new one was made" : "is not the one that the database was written with";
        throw new OptionsException("Crypto__KeyFile", $"the key ring {found}, but the database holds rows that it does not open: restore the old file from a backup");
    }

    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
        services.GetRequiredService<ISlrtDatabase>().AssertSafe();
    }
}
