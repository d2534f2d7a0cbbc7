using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Dialogs.Afterwards;
using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Emergencies;
using SlrtBot.Bot.Dialogs.FieldForms;
using SlrtBot.Bot.Dialogs.Listening;
using SlrtBot.Bot.Dialogs.Programmes;
using SlrtBot.Bot.Dialogs.Representatives;
using SlrtBot.Bot.Dialogs.Rights;
using SlrtBot.Bot.Dialogs.Several;
using SlrtBot.Bot.Dialogs.StaffLinks;
using SlrtBot.Bot.Dialogs.Standings;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Bot.Dialogs;

public static class DialogServices
{
    public static IServiceCollection AddDialogs(this IServiceCollection services, OfficeOptions office, TalkOptions talk)
    {
        services.AddSingleton(office);
        services.AddSingleton(talk);
        services.AddSingleton<FloodWatch>();
        services.AddSingleton(new AnywhereCatalogue(AnywhereCatalogue.Types));
        services.AddSingleton(new DialogTypes(DialogTypes.Known));
        services.AddSingleton<Words>();
        services.AddSingleton<SmallTalk>();
        services.AddSingleton<ChoiceMatcher>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<OfficeCard>();
        services.AddScoped<ReviewText>();
        services.AddSingleton<ReceiptWords>();
        services.AddSingleton<FieldFormReader>();
        services.AddScoped<FieldFormFiller>();
        services.AddScoped<StoryGuess>();
        services.AddScoped<StoryUrgency>();
        services.AddScoped<ProgrammePages>();
        services.AddScoped<ProgrammeQuestions>();
        services.AddScoped<StandingText>();
        services.AddScoped<ComplaintChoice>();
        services.AddScoped<StatusTeller>();
        services.AddScoped<SlipJoiner>();
        services.AddScoped<StaffLinker>();
        services.AddScoped<AssistedStart>();
        services.AddScoped<SafetyQuestion>();
        services.AddScoped<ComplaintMeant>();
        services.AddScoped<ComplaintLabels>();
        services.AddScoped<Addenda>();
        services.AddScoped<AddendumQuestion>();
        services.AddScoped<Newcomers>();
        services.AddScoped<Corrections>();
        services.AddSingleton<RightsTerm>();
        services.AddScoped<DialogCatalogue>();
        services.AddScoped<ListeningOrder>();
        services.AddScoped<IBot, ResidentBot>();
        foreach (var type in DialogTypes.Known.Concat(AnywhereCatalogue.Types).Concat(ListeningOrder.Types))
        {
            services.AddScoped(type);
        }

        return services;
    }
}
