using System.Globalization;
using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Conversations;

/// <summary>Section <c>Pin</c>.</summary>
/// <param name="OpenMinutes">How long a chat stays open after its PIN.</param>
public sealed record PinOptions(int OpenMinutes)
{
    private const int Usual = 10;

    /// <exception cref="OptionsException">The setting is not a number from 1 to 120.</exception>
    public static PinOptions Read(IConfiguration configuration) => new(configuration["Pin:OpenMinutes"] switch
    {
        null => Usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= 120 => minutes,
        var text => throw new OptionsException("Pin__OpenMinutes", $"'{text}' is not a number from 1 to 120; leave it out for {Usual}"),
    });
}
