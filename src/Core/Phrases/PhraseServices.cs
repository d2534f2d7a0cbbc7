using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Phrases;

/// <summary>An assembly that brings catalogues with it.</summary>
public sealed record PhraseAssembly(Assembly Assembly);

internal static class PhraseServices
{
    /// <exception cref="OptionsException">A language of the answers has no catalogue.</exception>
    public static IServiceCollection AddPhrases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new PhraseAssembly(typeof(PhraseServices).Assembly));
        var languages = AnswerLanguages.Read(configuration);
        services.AddSingleton(s => Book([.. s.GetServices<PhraseAssembly>().Select(a => a.Assembly).Distinct()], configuration).Speaking(languages).Settled(s.GetRequiredService<SettledValues>()));
        return services;
    }

    /// <summary>In Production a missing phrase shows its key; everywhere else it is an error.</summary>
    private static PhraseBook Book(Assembly[] assemblies, IConfiguration configuration)
    {
        var book = PhraseBook.Load(assemblies);
        return configuration["environment"] is null or "Production" ? book.Lenient() : book;
    }
}
