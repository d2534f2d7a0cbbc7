namespace SlrtBot.Core.Jobs;

/// <summary>
/// Something the clock starts: takes due rows, loads them again, checks, acts; harmless when it runs twice. Being a
/// plain class, it is tested without the scheduler. Rows are walked with <see cref="DueRows"/>.
/// </summary>
public interface IScheduledJob
{
    Task<JobCount> RunAsync(CancellationToken cancellationToken);
}

/// <param name="Handled">Rows that it changed.</param>
/// <param name="Failed">Rows that could not be handled; the others were all the same.</param>
public readonly record struct JobCount(int Handled, int Failed = 0)
{
    public static implicit operator JobCount(int handled) => new(handled);

    public static JobCount operator +(JobCount one, JobCount other) => new(one.Handled + other.Handled, one.Failed + other.Failed);
}
