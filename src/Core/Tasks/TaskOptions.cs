using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Tasks;

/// <summary>Section <c>Tasks</c>.</summary>
/// <param name="MostUntouched">Whoever holds so many that they have not touched takes no further one.</param>
/// <param name="LongestUntouched">Nor does whoever has left one untouched for so long.</param>
/// <param name="ResidentDays">Working days after which a question to a resident is followed up.</param>
public sealed record TaskOptions(int MostUntouched, TimeSpan LongestUntouched, int ResidentDays)
{
    /// <exception cref="OptionsException">A setting is wrong.</exception>
    public static TaskOptions Read(IConfiguration configuration) => new(
        Number(configuration, "Tasks:MostUntouched", 5), TimeSpan.FromDays(Number(configuration, "Tasks:LongestUntouchedDays", 30)),
        Number(configuration, "Tasks:ResidentDays", 10));

    private static int Number(IConfiguration configuration, string key, int usual) => configuration[key] switch
    {
        null => usual,
        var text when int.TryParse(text, out var number) && number is >= 1 and <= 1000 => number,
        var text => throw new OptionsException(
            key.Replace(":", "__", StringComparison.Ordinal), $"'{text}' is not a number from 1 to 1000; leave it out for {usual}"),
    };
}
