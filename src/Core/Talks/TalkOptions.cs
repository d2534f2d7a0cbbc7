using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Talks;

/// <summary>Section <c>Talks</c>.</summary>
/// <param name="IdleMinutes">Silence of both sides after which the bot has the chat again.</param>
/// <param name="AnswerMinutes">What residents are told an answer usually takes in office hours.</param>
/// <param name="AlarmDays">How long words of an emergency are kept after its alarm was closed.</param>
public sealed record TalkOptions(int IdleMinutes, int AnswerMinutes, int AlarmDays)
{
    /// <exception cref="OptionsException">One of them is not a number in its bounds.</exception>
    public static TalkOptions Read(IConfiguration configuration) => new(
        Number(configuration, "IdleMinutes", 60, "minutes", 1440), Number(configuration, "AnswerMinutes", 30, "minutes", 1440),
        Number(configuration, "AlarmDays", 90, "days", 1825));

    private static int Number(IConfiguration configuration, string key, int usual, string unit, int most) => configuration[$"Talks:{key}"] switch
    {
        null => usual,
        var text when int.TryParse(text, out var number) && number >= 1 && number <= most => number,
        var text => throw new OptionsException($"Talks__{key}", $"'{text}' is not a number of {unit} from 1 to {most}; leave it out for {usual}"),
    };
}
