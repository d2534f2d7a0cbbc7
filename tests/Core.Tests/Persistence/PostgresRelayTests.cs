using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

public sealed class PostgresRelayTests
{
    private static readonly Guid Id = new("01900000-0000-7000-8000-000000000001");

    private static readonly ComplaintKey Complaint = new(Id, "SLRT-7K3Q-9M2D-X", "32.04", "32.04.37", "32.04.37.2001", false);

    [Theory, OnPostgres]
    public async Task Another_process_hears_what_was_committed_without_its_words(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var here = await ProcessOn(database);
        await using var there = await ProcessOn(database);

        // Act
        here.Events.Publish(
        [
            new InboundAccepted([1, 2, 3]),
            new TurnTaken(Id, "key"),
            new OutboundEnqueued(Id, "webchat"),
            new MessageDelivered(Id, null),
            new ComplaintMoved(Complaint, Id, "reject", ComplaintStatus.InReview, ComplaintStatus.Rejected, "kata-kata petugas", "reason", Provenance.Job("test", DateTime.UnixEpoch)),
            new FileOfNoInterest(),
        ]);
        await there.HeardAsync(5);

        // Assert
        Assert.Equal([1, 2, 3], Assert.IsType<InboundAccepted>(there.Heard[0]).AddressIndex);
        Assert.Equal(
            [new TurnTaken(Id, "key"), new OutboundEnqueued(Id, "webchat"), new MessageDelivered(Id, null), new ComplaintChanged(Complaint)],
            there.Heard.Skip(1));
    }

    [Theory, OnPostgres]
    public async Task What_was_heard_is_not_told_on(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var here = await ProcessOn(database);
        await using var there = await ProcessOn(database);
        here.Events.Publish([new TurnTaken(Id, "first")]);
        await there.HeardAsync(1);

        // Act
        there.Events.Publish([new TurnTaken(Id, "answer")]);
        await here.HeardAsync(2);

        // Assert
        Assert.Equal(["first", "answer"], here.Heard.Cast<TurnTaken>().Select(t => t.UpdateKey));
    }

    private static async Task<Process> ProcessOn(TestDatabase database)
    {
        var process = new Process(database.Services);
        await process.StartAsync();
        return process;
    }

    private sealed record FileOfNoInterest;

    /// <summary>What one process has of its own: its events and its relay.</summary>
    private sealed class Process : IAsyncDisposable
    {
        private readonly ConcurrentQueue<object> _heard = new();
        private readonly SemaphoreSlim _arrived = new(0);
        private readonly PostgresRelay _relay;
        private int _awaited;

        public Process(IServiceProvider services)
        {
            _relay = ActivatorUtilities.CreateInstance<PostgresRelay>(services, Events);
        }

        public CommittedEvents Events { get; } = new();

        public List<object> Heard => [.. _heard];

        /// <summary>Returns when it listens: whatever somebody else commits from now on arrives.</summary>
        public async Task StartAsync()
        {
            await _relay.StartAsync(default);
            await _relay.ListensAsync();
            Events.Listen(happened =>
            {
                _heard.Enqueue(happened);
                _arrived.Release();
            });
        }

        public async Task HeardAsync(int count)
        {
            for (; _awaited < count; _awaited++)
            {
                Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)));
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _relay.StopAsync(default);
            _relay.Dispose();
            _arrived.Dispose();
        }
    }
}
