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
        services.AddScoped<DecisionLog>();
        services.AddScoped<AccountReach>();
        services.AddScoped<LastAdministrator>();
        services.AddScoped<EndOfSessions>();
        services.AddScoped<EndAccountSessions>();
        services.AddScoped<ChangeRoles>();
        services.AddScoped<GiveDeputy>();
        services.AddScoped<EndDeputy>();
        services.AddScoped<SetAbsence>();
        services.AddScoped<EndAbsence>();
        services.AddScoped<ChangeSensitive>();
        services.AddScoped<CorrectName>();
        services.AddScoped<ReturnStaffMember>();
        services.AddScoped<AddStaffMember>();
        services.AddScoped<SuggestUserName>();
        services.AddScoped<CheckStaffList>();
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
