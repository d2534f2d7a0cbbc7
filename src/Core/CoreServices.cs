using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Backups;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Demo;
using SlrtBot.Core.Files;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Operations;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Settings;
using SlrtBot.Core.SignedLinks;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Tellings;
using SlrtBot.Core.Understanding;
using SlrtBot.Core.Vanished;
using SlrtBot.Core.Villages;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core;

/// <summary>The only registration door of Core.</summary>
public static class CoreServices
{
    /// <param name="contentRoot">What relative paths in settings are relative to.</param>
    /// <exception cref="Kernel.OptionsException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var database = PersistenceServices.Read(configuration, contentRoot);
        services.AddSealing(configuration, database.DataDirectory);
        services.AddPhrases(configuration);
        services.AddPersistence(database);
        services.AddScoped<AuditTrail>();
        services.AddScoped<RecordView>();
        services.AddScoped<Views>();
        services.AddSingleton<RecentViews>();
        services.AddSingleton<AuditChain>();
        services.AddScoped<SealAudit>();
        services.AddScoped<VerifyAudit>();
        services.AddAreas(configuration);
        services.AddFiles();
        services.AddSignedLinks();
        services.AddStaff();
        services.AddImports();
        services.AddConversations(configuration);
        services.AddProgrammes();
        services.AddPartners();
        services.AddPersons();
        services.AddRegistry();
        services.AddVanished();
        services.AddComplaints(configuration);
        services.AddUnderstanding();
        services.AddTalks(configuration);
        services.AddDataRequests();
        services.AddReferrals();
        services.AddTasks(configuration);
        services.AddHandovers(configuration);
        services.AddTellings();
        services.AddChecks();
        services.AddVisits();
        services.AddProposals();
        services.AddMeetings();
        services.AddNotifications(configuration);
        services.AddChannelHealth();
        services.AddAccounts();
        services.AddVillages();
        services.AddSettings(configuration);
        services.AddOperations();
        services.AddBackups(configuration, database.DataDirectory);
        services.AddDemo();
        services.AddJobs();
        return services;
    }

    /// <summary>Doors that tick and send: a process that does neither leaves this out (<c>Host__Doors</c>).</summary>
    public static IServiceCollection AddCoreClock(this IServiceCollection services)
    {
        services.AddJobClock();
        return services;
    }
}
