using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>Whatever hangs on a complaint follows it: where it lies, how delicate it is, from whom it is kept.</summary>
public sealed class LieWithComplaint<TRow>(SlrtDbContext db)
    : IEventHandler<ComplaintPlaced>, IEventHandler<StaffRecused>, IEventHandler<ComplaintRecategorised>
    where TRow : OfComplaint
{
    public Task HandleAsync(ComplaintPlaced happened, CancellationToken cancellationToken) => FollowAsync(happened.Complaint, cancellationToken);

    public Task HandleAsync(StaffRecused happened, CancellationToken cancellationToken) => FollowAsync(happened.Complaint, cancellationToken);

    public Task HandleAsync(ComplaintRecategorised happened, CancellationToken cancellationToken) => FollowAsync(happened.Complaint, cancellationToken);

    private async Task FollowAsync(ComplaintKey complaint, CancellationToken cancellationToken)
    {
        // What the unit at hand has begun is found as well.
        await db.Set<TRow>().Where(row => row.ComplaintId == complaint.Id).LoadAsync(cancellationToken);
        foreach (var row in db.Set<TRow>().Local.Where(row => row.ComplaintId == complaint.Id))
        {
            row.LieAs(complaint);
        }
    }
}

public static class LyingWithComplaint
{
    public static IServiceCollection LieWithComplaint<TRow>(this IServiceCollection services)
        where TRow : OfComplaint
    {
        services.AddScoped<IEventHandler<ComplaintPlaced>, LieWithComplaint<TRow>>();
        services.AddScoped<IEventHandler<StaffRecused>, LieWithComplaint<TRow>>();
        services.AddScoped<IEventHandler<ComplaintRecategorised>, LieWithComplaint<TRow>>();
        return services;
    }
}
