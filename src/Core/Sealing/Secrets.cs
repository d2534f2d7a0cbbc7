using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Sealing;

/// <summary>A secret may be given as a value, or as the path of a file that holds it (<c>…__File</c>).</summary>
public static class Secrets
{
    /// <param name="key">With colons: <c>Telegram:BotToken</c>.</param>
    /// <returns>The value without surrounding white space; null when neither is set.</returns>
    /// <exception cref="OptionsException">The file cannot be read.</exception>
    public static string? Read(IConfiguration configuration, string key)
    {
        if (configuration[key] is { Length: > 0 } value)
        {
            return value.Trim();
        }

        if (configuration[$"{key}:File"] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OptionsException($"{key.Replace(":", "__", StringComparison.Ordinal)}__File", $"the file {path} cannot be read");
        }
    }
}
