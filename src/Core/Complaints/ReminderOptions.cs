using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>Section <c>Reminders</c>.</summary>
/// <param name="IntervalDays">Days of silence after which a resident is told where an unsettled complaint stands.</param>
public sealed record ReminderOptions(int IntervalDays)
{
    /// <exception cref="OptionsException">The interval is not a number of days from 1 to 365.</exception>
    public static ReminderOptions Read(IConfiguration configuration) => configuration["Reminders:IntervalDays"] switch
    {
        null => new ReminderOptions(7),
        var text when int.TryParse(text, out var days) && days is >= 1 and <= 365 => new ReminderOptions(days),
        var text => throw new OptionsException("Reminders__IntervalDays", $"'{text}' is not a number of days from 1 to 365; leave it out for 7"),
    };
}
