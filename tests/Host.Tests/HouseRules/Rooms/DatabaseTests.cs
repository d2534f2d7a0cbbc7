using Xunit;

namespace SlrtBot.Host.Tests.HouseRules.Rooms;

/// <summary>The Bot asks Core, which asks the database: a scope or a seal that a query needs cannot be forgotten at a second place.</summary>
public sealed class DatabaseTests
{
    [Fact]
    public void The_bot_asks_the_database_nothing_itself()
    {
        // Act
        var direct = Direct(RoomPicture.NamedIn("Bot"));

        // Assert
        Assert.Empty(direct);
    }

    [Theory]
    [InlineData("class Turn(SlrtBot.Core.Persistence.SlrtDbContext db) { object Do() => db.Conversations; }")]
    [InlineData("class Turn(SlrtBot.Core.Persistence.ISlrtDatabase database) { object Do() => database.NewContext(); }")]
    [InlineData("using Rows = SlrtBot.Core.Persistence.SlrtDbContext; class Turn { Rows? _rows; }")]
    [InlineData("using Microsoft.EntityFrameworkCore; class Turn { Task<int> Do(IQueryable<int> rows) => rows.CountAsync(); }")]
    public void A_question_to_the_database_is_found(string code)
    {
        // Act
        var direct = Direct(NamedTypes.In([new("src/Bot/Turns/Turn.cs", code)], RoomPicture.Libraries("Bot")));

        // Assert
        Assert.NotEmpty(direct);
    }

    private static IEnumerable<string> Direct(IEnumerable<NamedType> named) => named
        .Where(n => n.Type is "SlrtBot.Core.Persistence.SlrtDbContext" or "SlrtBot.Core.Persistence.ISlrtDatabase"
            || n.Type.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal))
        .Select(n => $"{n.Where} names {n.Type}");
}
