using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Talks;

/// <summary>Section <c>Talks</c>.</summary>
/// <param name="IdleMinutes">Silence of both sides after which the bot has the chat again.</param>
/// <param name="AnswerMinutes">What residents are told an answer usually takes in office hours.</param>
public sealed record TalkOptions(int IdleMinutes, int AnswerMinutes)
{
    /// <exception cref="OptionsException">One of them is not a number of minutes from 1 to 1440.</exception>
    public static TalkOptions Read(IConfiguration configuration) =>
        new(Minutes(configuration, "IdleMinutes", 60), Minutes(configuration, "AnswerMinutes", 30));

    private static int Minutes(IConfiguration configuration, string key, int usual) => configuration[$"Talks:{key}"] switch
    {
        null => usual,
        var text when int.TryParse(text, out var minutes) && minutes is >= 1 and <= 1440 => minutes,
        var text => throw new OptionsException($"Talks__{key}", $"'{text}' is not a number of minutes from 1 to 1440; leave it out for {usual}"),
    };
}
