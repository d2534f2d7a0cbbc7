using SlrtBot.Core.Kernel;

namespace SlrtBot.Host.Demo;

/// <summary>
/// Where anything made up may be: in Development unless <c>Demo__Enabled</c> says no, elsewhere if it says yes, in
/// Production never.
/// </summary>
internal static class DemoRule
{
    public static bool Allows(IConfiguration configuration, IHostEnvironment environment) =>
        !environment.IsProduction() && configuration.GetValue("Demo:Enabled", environment.IsDevelopment());

    /// <exception cref="OptionsException">Names the setting that stands against it.</exception>
    public static void AssertAllowed(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsProduction())
        {
            throw new OptionsException(
                "ASPNETCORE_ENVIRONMENT", "in Production nothing made up is filled in: run it in Development, on a database of its own");
        }

        if (!Allows(configuration, environment))
        {
            throw new OptionsException("Demo__Enabled", "the demo is off here: set it to true, or fill in another database");
        }
    }
}
