namespace SlrtBot.Console.Live;

/// <summary>A complaint about which an open page should look again.</summary>
/// <param name="AreaCode">Of the village; null where the event does not say.</param>
public sealed record LiveChange(Guid ComplaintId, string? AreaCode)
{
    /// <returns>Null for events that change nothing on a page.</returns>
    public static LiveChange? Of(object happened) => null;
}
