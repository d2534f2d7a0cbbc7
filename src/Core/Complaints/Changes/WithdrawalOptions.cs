using System.Globalization;
using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>Section <c>Withdrawal</c>.</summary>
/// <param name="UndoWithinDays">Days within which a resident may take a withdrawal back.</param>
public sealed record WithdrawalOptions(int UndoWithinDays)
{
    public static WithdrawalOptions Usual { get; } = new(7);

    /// <exception cref="OptionsException">Not a number of days from 1 to 365.</exception>
    public static WithdrawalOptions Read(IConfiguration configuration) => configuration["Withdrawal:UndoWithinDays"] switch
    {
        null => Usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365 => new(days),
        var text => throw new OptionsException(
            "Withdrawal__UndoWithinDays", $"'{text}' is not a number of days from 1 to 365; leave it out for {Usual.UndoWithinDays}"),
    };

    public bool MayUndo(Complaint complaint, DateTime now) =>
        complaint is { Status: ComplaintStatus.Withdrawn, SettledAt: { } at } && now <= at.AddDays(UndoWithinDays);
}
