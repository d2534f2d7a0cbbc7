using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Dangers;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

internal static class ComplaintServices
{
    /// <exception cref="OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddComplaints(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ReminderOptions.Read(configuration));
        services.AddSingleton(AfterAnswerOptions.Read(configuration));
        services.AddSingleton(WithdrawalOptions.Read(configuration));
        services.AddSingleton<TimeLimits>();
        services.AddSingleton<StageLimits>();
        services.AddSingleton<CategoryTerms>();
        services.AddSingleton<MoveTerms>();
        services.AddScoped<ComplaintWordIndex>();
        services.AddScoped<ComplaintQueries>();
        services.AddScoped<StandingQueries>();
        services.AddScoped<QueueRows>();
        services.AddScoped<QueueQueries>();
        services.AddSingleton<SearchReader>();
        services.AddSingleton<NationalIdPace>();
        services.AddScoped<WordHits>();
        services.AddScoped<SearchQueries>();
        services.AddScoped<Searches>();
        services.AddScoped<RecordSearch>();
        services.AddScoped<IndexNumber>();
        services.AddScoped<FigureQueries>();
        services.AddScoped<SheetRepresentatives>();
        services.AddScoped<ComplaintSheets>();
        services.AddScoped<OpenFile>();
        services.AddScoped<ApplyMove>();
        services.AddScoped<NameOfOfficial>();
        services.AddScoped<FilingRepresentative>();
        services.AddScoped<RepresentativeQueries>();
        services.AddScoped<ChatWall>();
        services.AddScoped<ReceiptQueries>();
        services.AddScoped<JoinedComplaints>();
        services.AddScoped<KnownContacts>();
        services.AddScoped<AnswerForOther>();
        services.AddScoped<RecordConsent>();
        services.AddScoped<MakeSlip>();
        services.AddScoped<JoinBySlip>();
        services.AddScoped<PartChat>();
        services.AddScoped<LodgeComplaint>();
        services.AddScoped<MarkPressing>();
        services.AddScoped<OwnMatter>();
        services.AddScoped<RegisterComplaint>();
        services.AddScoped<AddAtDesk>();
        services.AddScoped<RegisteredComplaints>();
        services.AddScoped<MoveComplaint>();
        services.AddScoped<AssignComplaint>();
        services.AddScoped<GiveComplaint>();
        services.AddScoped<Recuse>();
        services.AddScoped<ChosenComplaints>();
        services.AddScoped<LastChanges>();
        services.AddScoped<ClassifyComplaint>();
        services.AddScoped<LayDown>();
        services.AddScoped<PlaceComplaint>();
        services.AddScoped<RecategoriseComplaint>();
        services.AddScoped<AddNote>();
        services.AddScoped<WriteToResident>();
        services.AddScoped<AddToComplaint>();
        services.AddScoped<MarkDanger>();
        services.AddScoped<TakeBackDanger>();
        services.AddScoped<RepliedComplaint>();
        services.AddScoped<CorrectMessage>();
        services.AddScoped<RaiseComplaint>();
        services.AddScoped<ReopenByResident>();
        services.AddScoped<WithdrawComplaint>();
        services.AddScoped<UndoWithdrawal>();
        services.AddScoped<ConfirmReceipt>();
        services.AddScoped<RateService>();
        services.AddScoped<CommentOnService>();
        services.AddScoped<FlagOverdue>();
        services.AddScoped<FlagAtRisk>();
        services.AddScoped<RecountPromise>();
        services.AddScoped<IEventHandler<StaffMemberDeactivated>, HandBackWork>();
        services.AddScoped<IEventHandler<ComplaintMoved>, LayDownAtNextDesk>();
        return services;
    }
}
