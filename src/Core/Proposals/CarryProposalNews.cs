using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Tellings;

namespace SlrtBot.Core.Proposals;

/// <summary>What came of a proposal is carried by somebody where no chat takes it.</summary>
public sealed class CarryProposalNews(SlrtDbContext db, TellWhoHasNoChat carriers, ProposalNews news, AreaCatalogue areas) : IEventHandler<ProposalMoved>
{
    /// <summary>Staff say it in their own words: they are given the Indonesian ones.</summary>
    private const string Language = "id";

    public async Task HandleAsync(ProposalMoved happened, CancellationToken cancellationToken)
    {
        if (ProposalNews.IsOutcome(happened) && await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is { IsAnonymous: false } complaint)
        {
            var today = LocalDay.Of(happened.By.At, areas.ZoneOf(complaint.VillageCode));
            await carriers.AskUnlessHeardAsync(complaint, news.Moved(Language, happened, today), happened.By, cancellationToken);
        }
    }
}
