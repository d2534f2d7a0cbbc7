using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Host.Demo;

namespace SlrtBot.Host;

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

        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetService<DemoStart>() is { } demo ? await demo.RunAsync(cancellationToken) : null;
    }

    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
        services.GetRequiredService<ISlrtDatabase>().AssertSafe();
    }
}
