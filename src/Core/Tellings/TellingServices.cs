using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Tellings;

internal static class TellingServices
{
    public static IServiceCollection AddTellings(this IServiceCollection services)
    {
        services.AddScoped<AskToTell>();
        services.AddScoped<TellInPerson>();
        services.AddScoped<RecordTelling>();
        services.AddScoped<TellingQueries>();
        services.AddScoped<TellWhoHasNoChat>();
        services.AddScoped<IEventHandler<ComplaintMoved>>(s => s.GetRequiredService<TellWhoHasNoChat>());
        services.LieWithComplaint<Telling>();
        services.AddScoped<IEventHandler<ConversationErased>, EmptyTellings>();
        return services;
    }
}

/// <summary>What was to be told, and what was seen there, goes with the person's own words.</summary>
public sealed class EmptyTellings(SlrtDbContext db, SealedColumns columns) : IEventHandler<ConversationErased>
{
    public async Task HandleAsync(ConversationErased happened, CancellationToken cancellationToken)
    {
        foreach (var telling in await db.Tellings.Where(t => happened.ComplaintIds.Contains(t.ComplaintId)).ToListAsync(cancellationToken))
        {
            columns.Empty(telling);
        }
    }
}
