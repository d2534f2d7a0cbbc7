using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <summary>Section <c>Handovers</c>.</summary>
/// <param name="DaysToAccept">Working days that a desk has to accept; afterwards the one above it is asked.</param>
public sealed record HandoverOptions(int DaysToAccept)
{
    /// <exception cref="OptionsException">Not a number of days from 1 to 30.</exception>
    public static HandoverOptions Read(IConfiguration configuration) => configuration["Handovers:DaysToAccept"] switch
    {
        null => new HandoverOptions(3),
        var text when int.TryParse(text, out var days) && days is >= 1 and <= 30 => new HandoverOptions(days),
        var text => throw new OptionsException("Handovers__DaysToAccept", $"'{text}' is not a number of days from 1 to 30; leave it out for 3"),
    };
}
