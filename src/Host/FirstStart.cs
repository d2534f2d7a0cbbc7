using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

/// <summary>What stands in the demo: who may sign in, and with which password.</summary>
internal sealed record DemoAccounts(IReadOnlyList<string> UserNames, string Password);

/// <summary>Brings the database to where the doors can open: this version's schema, areas, in Development a demo.</summary>
internal static class FirstStart
{
    /// <returns>Null where there is no demo.</returns>
    public static async Task<DemoAccounts?> PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await MigrateAsync(services, cancellationToken);
        if (await services.GetRequiredService<PrepareAreas>().AtStartAsync(cancellationToken) is { Succeeded: false } refused)
        {
            throw new OptionsException("Slrt__Regency", Sentences.Of(services.GetRequiredService<PhraseBook>(), refused.Refusals[0]).TrimEnd('.'));
        }

        return null;
    }

    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
        services.GetRequiredService<ISlrtDatabase>().AssertSafe();
    }
}
