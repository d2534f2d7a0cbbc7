using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

internal static class ConversationServices
{
    /// <exception cref="Kernel.OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ChannelMeter>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<LaneQuery>();
        services.AddSingleton<DueLanes>();
        services.AddScoped<LaneRows>();
        services.AddScoped<BeginConversation>();
        services.AddScoped<PostponeTurn>();
        services.AddScoped<Outbox>();
        services.AddScoped<ForgetDraft>();
        services.AddScoped<KeptFiles>();
        services.AddScoped<ResidentWords>();
        services.AddScoped<EarlierVersions>();
        services.AddScoped<CountTry>();
        services.AddScoped<ChooseKeyWord>();
        services.AddSingleton(PinOptions.Read(configuration));
        services.AddScoped<ChoosePin>();
        services.AddScoped<EnterPin>();
        services.AddScoped<RevealWithheld>();
        services.AddScoped<StaffChats>();
        services.AddScoped<LinkStaffChat>();
        services.AddScoped<UnlinkStaffChats>();
        services.AddScoped<IEventHandler<StaffMemberDeactivated>, UnlinkLeaver>();
        services.AddScoped<SendSetUpLink>();
        services.AddScoped<MessageScope>();
        services.AddScoped<RetryInbound>();
        services.AddScoped<SetAsideInbound>();
        services.AddScoped<TendOutbound>();
        return services;
    }
}
