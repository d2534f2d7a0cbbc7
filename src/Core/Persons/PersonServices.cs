using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Persons;

internal static class PersonServices
{
    public static IServiceCollection AddPersons(this IServiceCollection services)
    {
        services.AddScoped<PersonBook>();
        return services;
    }
}
