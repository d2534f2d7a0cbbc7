using SlrtBot.Core;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>Whoever hears of an event takes from it who acted and when, and asks nobody else.</summary>
public sealed class HandlerTests
{
    [Fact]
    public void No_handler_asks_the_clock()
    {
        // Act
        var wrong = Handlers.ThatAskTheClock(typeof(CoreServices).Assembly.GetTypes());

        // Assert
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_handler_that_asks_the_clock_is_found()
    {
        // Act
        var wrong = Handlers.ThatAskTheClock([typeof(LateHandler)]);

        // Assert
        Assert.Equal([nameof(LateHandler)], wrong);
    }

    [Fact]
    public void No_handler_looks_into_the_change_tracker()
    {
        // Act
        var wrong = Repository.Sources.SelectMany(Handlers.ThatAskTheTracker);

        // Assert
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_handler_that_looks_into_the_change_tracker_is_found()
    {
        // Act
        var wrong = Handlers.ThatAskTheTracker(
            new SourceFile("src/Core/X.cs", "class X(SlrtDbContext db) : IEventHandler<Y> { void Z() => db.ChangeTracker.Clear(); }"));

        // Assert
        Assert.Equal(["src/Core/X.cs"], wrong);
    }

    private sealed record SomethingHappened(Provenance By) : IDomainEvent;

    private sealed class LateHandler(TimeProvider clock) : IEventHandler<SomethingHappened>
    {
        public Task HandleAsync(SomethingHappened happened, CancellationToken cancellationToken) =>
            Task.FromResult(clock.GetUtcNow() - happened.By.At);
    }
}
