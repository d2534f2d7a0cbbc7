using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tasks;

internal static class TaskServices
{
    /// <exception cref="OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddTasks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TaskOptions.Read(configuration));
        services.AddScoped<TaskQueries>();
        services.AddScoped<TakeNextTask>();
        services.AddScoped<StepTasks>();
        services.AddScoped<IEventHandler<ComplaintLodged>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<IEventHandler<ComplaintMoved>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<IEventHandler<ComplaintAssigned>>(s => s.GetRequiredService<StepTasks>());
        services.LieWithComplaint<WorkTask>();
        services.AddScoped<IEventHandler<ComplaintRecategorised>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<IEventHandler<PromiseRecounted>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<IEventHandler<UrgencyChanged>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<IEventHandler<ComplaintClassified>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<IEventHandler<StaffRecused>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<IEventHandler<ReferralMoved>>(s => s.GetRequiredService<StepTasks>());
        services.AddScoped<TouchTasks>();
        services.AddScoped<IEventHandler<StaffWrote>>(s => s.GetRequiredService<TouchTasks>());
        services.AddScoped<IEventHandler<ComplaintNoted>>(s => s.GetRequiredService<TouchTasks>());
        services.AddScoped<IEventHandler<StaffMemberDeactivated>, HandBackTasks>();
        return services;
    }
}
