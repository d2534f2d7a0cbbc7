namespace SlrtBot.Host.Verbs;

internal static class SetUpLink
{
    /// <summary>The whole address where a public one is set, the path otherwise.</summary>
    public static string Of(IServiceProvider services, string token) =>
        $"{services.GetRequiredService<HostSettings>().PublicUrl?.ToString().TrimEnd('/')}/set-up/{token}";
}
