using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Bot.Dialogs;

public static class DialogServices
{
    public static IServiceCollection AddDialogs(this IServiceCollection services, OfficeOptions office)
    {
        services.AddSingleton(office);
        services.AddSingleton<Words>();
        services.AddSingleton<ChoiceMatcher>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<OfficeCard>();
        services.AddSingleton<EmergencyCard>();
        services.AddSingleton<ReviewText>();
        services.AddScoped<StatusTeller>();
        services.AddScoped<StaffQuestions>();
        services.AddScoped<ComplaintDialog>();
        services.AddScoped<MenuDialog>();
        services.AddScoped<DialogCatalogue>();
        services.AddScoped<WordsAnywhere>();
        services.AddScoped<IBot, ResidentBot>();
        return services;
    }
}
