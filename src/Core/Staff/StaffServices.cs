using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Staff;

internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddScoped<StaffAccounts>();
        services.AddScoped<StaffQueries>();
        services.AddSingleton<BadgeCode>();
        services.AddScoped<BadgeHolders>();
        services.AddScoped<AddStaffMember>();
        services.AddScoped<ImportStaff>();
        services.AddScoped<GiveSetUpLink>();
        services.AddScoped<GiveChatCode>();
        services.AddScoped<DeactivateStaffMember>();
        services.AddScoped<SignInCounts>();
        services.AddScoped<RecordSignIn>();
        services.AddScoped<CheckOwnPassword>();
        services.AddScoped<EndSession>();
        services.AddScoped<KeepPassword>();
        services.AddScoped<ChooseLanguage>();
        return services;
    }
}
