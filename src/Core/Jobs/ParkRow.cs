using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Jobs;

/// <summary>
/// Counts the failures of a due row. It is tried again after 2 and 10 minutes, 1 and 6 hours; after the fifth failure it
/// is parked.
/// </summary>
public sealed class ParkRow(WriteGate gate)
{
    private const string Upsert =
        """
        insert into parked_row (job, row_id, first_failed_at, attempts, error_code, next_try_at, parked_at)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
        on conflict (job, row_id) do update set attempts = excluded.attempts, error_code = excluded.error_code,
          next_try_at = excluded.next_try_at, parked_at = excluded.parked_at
        """;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    /// <param name="failuresBefore">How often it has failed before this time.</param>
    /// <param name="failure">The type's name, never the message.</param>
    /// <returns>True where it is parked now.</returns>
    public async Task<bool> FailedAsync(string job, Guid rowId, int failuresBefore, string failure, DateTime now, CancellationToken cancellationToken)
    {
        var parked = failuresBefore >= Waits.Length;
        var next = parked ? now : now + Waits[failuresBefore];
        await gate.ExecuteOneAsync(
            Upsert, [job, rowId, now, failuresBefore + 1, failure, next, parked ? now : (object?)null], cancellationToken);
        return parked;
    }

    /// <summary>It went well after all.</summary>
    public Task ForgetAsync(string job, Guid rowId, CancellationToken cancellationToken) =>
        gate.ExecuteOneAsync("delete from parked_row where job = @p0 and row_id = @p1", [job, rowId], cancellationToken);
}
