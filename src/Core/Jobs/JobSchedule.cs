using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Backups;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.Core.Vanished;

namespace SlrtBot.Core.Jobs;

/// <summary>Every scheduled job, its name and its interval, in one table; it also registers the types.</summary>
public static class JobSchedule
{
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        ScheduledJob.Of<ExpireLeasesJob>("expire-leases", TimeSpan.FromSeconds(30)),
        ScheduledJob.Of<RemindJob>("remind", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<AskReceivedJob>("ask-received", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<TendDraftsJob>("drafts", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<FlagOverdueJob>("overdue", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<FlagAtRiskJob>("at-risk", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<RecountPromisesJob>("recount", TimeSpan.FromMinutes(2)),
        ScheduledJob.Of<TellOfDelayJob>("delays", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<LapseHandoversJob>("handovers", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<EndIdleTalksJob>("end-idle-handovers", TimeSpan.FromMinutes(2)),
        ScheduledJob.Of<TendWaitingTalksJob>("waiting-talks", TimeSpan.FromMinutes(2)),
        ScheduledJob.Of<TellOfReachJob>("alarm-reach", TimeSpan.FromSeconds(10)),
        ScheduledJob.Of<ForgetAlarmsJob>("forget-alarms", TimeSpan.FromHours(6)),
        ScheduledJob.Of<WatchChannelsJob>("watch-channels", TimeSpan.FromMinutes(1)),
        ScheduledJob.Of<RunImportsJob>(RunImportsJob.Name, TimeSpan.FromSeconds(5)),
        ScheduledJob.Of<SweepImportsJob>("sweep-imports", TimeSpan.FromHours(6)),
        ScheduledJob.Of<CompareListsJob>(CompareListsJob.Name, TimeSpan.FromSeconds(30)),
        ScheduledJob.Of<RecheckJob>(RecheckJob.Name, TimeSpan.FromSeconds(30)),
        ScheduledJob.Of<IndexNumbersJob>("index-numbers", TimeSpan.FromMinutes(10)),
        ScheduledJob.Of<SealAuditJob>("seal-audit", TimeSpan.FromMinutes(1)),
        ScheduledJob.Of<CheckpointJob>("checkpoint", TimeSpan.FromMinutes(5)),
        ScheduledJob.Of<PurgePayloadsJob>("purge-payloads", TimeSpan.FromHours(6)),
        ScheduledJob.Of<BackupJob>("backup", TimeSpan.FromMinutes(15)),
        ScheduledJob.Of<SweepFilesJob>("sweep-files", TimeSpan.FromHours(6)),
        ScheduledJob.Of<ForgetSignInTriesJob>("forget-sign-in-tries", TimeSpan.FromHours(1)),
    ];

    /// <summary>The jobs themselves, without a clock: tests and verbs run them by hand.</summary>
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRunner>();
        services.AddSingleton<ParkRow>();
        services.AddSingleton<DueRows>();
        services.AddScoped<RetryParkedRow>();
        foreach (var job in All)
        {
            services.AddSingleton(job.Type);
        }
    }

    /// <summary>
    /// The clock: Quartz with its store in memory, because nothing of value lives in it. A tick that was missed is not
    /// made up for: the next one finds the same rows.
    /// </summary>
    public static void AddJobClock(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var job in All)
            {
                quartz.ScheduleJob<QuartzJob>(
                    trigger => trigger.WithIdentity(job.Name).StartNow()
                        .WithSimpleSchedule(s => s.WithInterval(job.Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)),
                    detail => detail.WithIdentity(job.Name).DisallowConcurrentExecution());
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}

/// <param name="Name">Also the row of <see cref="JobRun"/>.</param>
public sealed record ScheduledJob(string Name, Type Type, TimeSpan Every)
{
    public static ScheduledJob Of<TJob>(string name, TimeSpan every)
        where TJob : IScheduledJob => new(name, typeof(TJob), every);
}

/// <summary>What Quartz starts: the job of the trigger's name, unless another process runs the jobs.</summary>
internal sealed class QuartzJob(JobRunner runner, ProcessDuties duties) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await duties.HasAsync("jobs", cancellationToken))
        {
            await runner.RunAsync(context.JobDetail.Key.Name, cancellationToken);
        }
    }
}
