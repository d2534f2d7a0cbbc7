using System.Globalization;
using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>Section <c>AfterAnswer</c>: what follows when help was announced.</summary>
/// <param name="AskOnDays">Days after the answer on which the resident is asked whether the help has come; rising.</param>
/// <param name="CloseAfterDays">Days of silence after the last question until the complaint counts as closed without confirmation.</param>
/// <param name="ReopenWithinDays">Days after settling within which the resident may open it again.</param>
public sealed record AfterAnswerOptions(IReadOnlyList<int> AskOnDays, int CloseAfterDays, int ReopenWithinDays)
{
    public static AfterAnswerOptions Usual { get; } = new([3, 14, 30], 7, 30);

    /// <exception cref="OptionsException">A setting is not what it should be.</exception>
    public static AfterAnswerOptions Read(IConfiguration configuration) => new(
        Days(configuration["AfterAnswer:AskOnDays"]),
        Count(configuration, nameof(CloseAfterDays), Usual.CloseAfterDays),
        Count(configuration, nameof(ReopenWithinDays), Usual.ReopenWithinDays));

    /// <summary>Help was announced, and the resident has not said whether it came.</summary>
    public static bool Awaits(Complaint complaint) =>
        complaint is
        {
            Confirmation: null or Confirmation.Unconfirmed or Confirmation.Unasked,
            Status: ComplaintStatus.Answered or ComplaintStatus.Completed or ComplaintStatus.ServedDirectly,
        };

    /// <summary>When the next question is due, or after the last one the closing.</summary>
    /// <param name="rounds">How many of the days for asking have come.</param>
    public DateTime Next(DateTime now, int rounds) => now.AddDays(
        rounds == 0 ? AskOnDays[0] : rounds < AskOnDays.Count ? AskOnDays[rounds] - AskOnDays[rounds - 1] : CloseAfterDays);

    public bool MayReopen(Complaint complaint, DateTime now) =>
        ComplaintWorkflow.Table.Find(complaint.Status, ComplaintWorkflow.ResidentReopens) is not null
        && (complaint.SettledAt is not { } settled || now <= settled.AddDays(ReopenWithinDays));

    private static IReadOnlyList<int> Days(string? text)
    {
        if (text is null)
        {
            return Usual.AskOnDays;
        }

        var days = text.Split(',', StringSplitOptions.TrimEntries)
            .Select(d => int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0).ToList();
        return days.All(d => d is >= 1 and <= 365) && days.Zip(days.Skip(1)).All(p => p.First < p.Second)
            ? days
            : throw new OptionsException("AfterAnswer__AskOnDays", $"'{text}' is not a rising list of days from 1 to 365; leave it out for 3,14,30");
    }

    private static int Count(IConfiguration configuration, string key, int usual) => configuration[$"AfterAnswer:{key}"] switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365 => days,
        var text => throw new OptionsException($"AfterAnswer__{key}", $"'{text}' is not a number of days from 1 to 365; leave it out for {usual}"),
    };
}
