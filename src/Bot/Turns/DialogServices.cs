using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Complaints.Asides;
using SlrtBot.Bot.Dialogs.Corrections;
using SlrtBot.Bot.Dialogs.DataRequests;
using SlrtBot.Bot.Dialogs.Emergencies;
using SlrtBot.Bot.Dialogs.Feedback;
using SlrtBot.Bot.Dialogs.FieldForms;
using SlrtBot.Bot.Dialogs.Flood;
using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Dialogs.Programmes;
using SlrtBot.Bot.Dialogs.Representatives;
using SlrtBot.Bot.Dialogs.StaffLinks;
using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.Turns;

/// <summary>Every dialog, word and listener: the one place that knows all subjects.</summary>
public static class DialogServices
{
    public static IServiceCollection AddDialogs(this IServiceCollection services, PaceOptions talk)
    {
        services.AddSingleton(talk);
        services.AddSingleton<FloodWatch>();
        services.AddSingleton(new GlobalWordCatalogue(GlobalWordCatalogue.Types));
        services.AddSingleton(new DialogTypes(DialogTypes.Known));
        services.AddSingleton<SpokenForms>();
        services.AddSingleton<Words>();
        services.AddSingleton<SmallTalk>();
        services.AddSingleton<ChoiceMatcher>();
        services.AddSingleton<WishForPerson>();
        services.AddSingleton<GivingUp>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<OfficeCard>();
        services.AddSingleton<OpeningHours>();
        services.AddScoped<ReviewText>();
        services.AddSingleton<ReceiptWords>();
        services.AddSingleton<CannotWords>();
        services.AddSingleton<FieldFormReader>();
        services.AddScoped<FieldFormFiller>();
        services.AddSingleton<Rephrasing>();
        services.AddSingleton<HomeElsewhere>();
        services.AddSingleton<NotThere>();
        services.AddSingleton<OfficeQuestions>();
        services.AddSingleton<SaidName>();
        services.AddSingleton<ForWhomReader>();
        services.AddSingleton<Explanations>();
        services.AddSingleton<Fear>();
        services.AddSingleton<OnlyAsks>();
        services.AddSingleton<SaidAge>();
        services.AddSingleton<Remarks>();
        services.AddScoped<Corrections>();
        services.AddScoped<LineCorrection>();
        services.AddScoped<AsideReader>();
        services.AddScoped<StoryGuess>();
        services.AddScoped<StoryUrgency>();
        services.AddScoped<ProgrammePages>();
        services.AddScoped<ProgrammeQuestions>();
        services.AddScoped<EligibilityQuestions>();
        services.AddScoped<RequirementQuestions>();
        services.AddScoped<StandingText>();
        services.AddScoped<ComplaintChoice>();
        services.AddScoped<StatusTeller>();
        services.AddScoped<SlipJoiner>();
        services.AddScoped<StaffLinker>();
        services.AddScoped<AssistedStart>();
        services.AddScoped<SafetyQuestion>();
        services.AddSingleton<AlarmQuestions>();
        services.AddSingleton<WhereaboutsReader>();
        services.AddSingleton<ForbiddenCalls>();
        services.AddSingleton<LastWords>();
        services.AddSingleton<DangerNewsReader>();
        services.AddSingleton<DangerReplies>();
        services.AddScoped<ComplaintMeant>();
        services.AddScoped<ComplaintLabels>();
        services.AddScoped<Addenda>();
        services.AddScoped<AddendumQuestion>();
        services.AddScoped<AdditionOffer>();
        services.AddScoped<AddedNews>();
        services.AddScoped<MessageChanges>();
        services.AddSingleton<DataRequestTerm>();
        services.AddScoped<DialogCatalogue>();
        services.AddScoped<ListeningOrder>();
        services.AddScoped<IListeners>(sp => sp.GetRequiredService<ListeningOrder>());
        // What may begin a complaint is made in every turn, the dialog with its seventeen steps only where one begins.
        services.AddScoped<Func<ComplaintDialog>>(sp => sp.GetRequiredService<ComplaintDialog>);
        services.AddScoped<IBot, ResidentBot>();
        foreach (var type in DialogTypes.Known.Concat(GlobalWordCatalogue.Types).Concat(ListeningOrder.Types))
        {
            services.AddScoped(type);
        }

        return services;
    }
}
