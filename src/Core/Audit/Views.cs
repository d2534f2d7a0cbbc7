using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Audit;

/// <summary>Shows members of staff what residents said. That they look is stored before they see it (ASVS 16.3.2).</summary>
public sealed class Views(UnitOfWork units, RecentViews recent)
{
    /// <returns>Only after the look is committed.</returns>
    /// <exception cref="StorageUnavailableException">It could not be stored, so nothing is shown.</exception>
    public async Task<T> ShowAsync<T>(Unseen<T> unseen, Provenance by, CancellationToken cancellationToken)
        where T : class
    {
        if (!recent.Holds(by, unseen.View))
        {
            await units.RunAsync<RecordView, Done>((act, cancel) => act.DoAsync(unseen.View, by, cancel), cancellationToken);
            recent.Keep(by, unseen.View);
        }

        return unseen.Words;
    }
}
