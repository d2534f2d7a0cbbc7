using Microsoft.Data.Sqlite;
using SlrtBot.Core.Persistence;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

public sealed class OutageTests
{
    public static TheoryData<Exception, bool, bool> Failures => new()
    {
        { new SqliteException("full", 13), true, true },
        { new SqliteException("busy", 5), true, false },
        { new SqliteException("constraint", 19), false, false },
        { new StorageUnavailableException("x") { DiskFull = true }, true, true },
        { new StorageUnavailableException("x", new IOException("No space left on device", 28)), true, true },
        { new InvalidOperationException("x", new SqliteException("full", 13)), true, true },
        { new InvalidOperationException("x"), false, false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void An_outage_is_told_from_a_defect_and_a_full_disk_from_both(Exception failure, bool isOutage, bool isFull)
    {
        // Act
        var seen = (Outage.IsBehind(failure), Outage.IsFullDisk(failure));

        // Assert
        Assert.Equal((isOutage, isFull), seen);
    }
}
