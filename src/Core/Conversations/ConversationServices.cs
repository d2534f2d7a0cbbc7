using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<ChannelMeter>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<LaneQuery>();
        services.AddScoped<Outbox>();
        services.AddScoped<ForgetDraft>();
        services.AddScoped<KeptFiles>();
        services.AddScoped<CountTry>();
        services.AddScoped<ChooseKeyWord>();
        services.AddScoped<StaffChats>();
        services.AddScoped<LinkStaffChat>();
        services.AddScoped<UnlinkStaffChats>();
        services.AddScoped<IEventHandler<StaffMemberDeactivated>, UnlinkLeaver>();
        services.AddScoped<RetryInbound>();
        services.AddScoped<SetAsideInbound>();
        services.AddScoped<TendOutbound>();
        return services;
    }
}
