using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

public sealed class TrackedRowsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Parents_are_written_before_their_children_in_whatever_order_they_were_added(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var staff = NewStaff("dian");

        // Act
        await database.AddAsync(RoleOf(staff, "32.04"), RoleOf(staff, "32.05"), staff);

        // Assert
        Assert.Equal(2, await database.ReadAsync(db => db.StaffRoles.CountAsync(r => r.StaffId == staff.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_child_that_was_taken_off_its_parent_is_removed(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var staff = NewStaff("dian");
        await database.AddAsync(staff, RoleOf(staff, "32.04"), RoleOf(staff, "32.05"));
        await using var context = database.Services.GetRequiredService<ISlrtDatabase>().NewContext();
        var read = await context.StaffMembers.Include(s => s.Roles).SingleAsync();

        // Act
        read.Roles.RemoveAll(r => r.AreaCode == "32.04");
        await database.Gate.SaveAsync(context, default);

        // Assert
        Assert.Equal("32.05", await database.ReadAsync(db => db.StaffRoles.Select(r => r.AreaCode).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_somebody_removed_is_a_conflict_and_takes_the_whole_unit_with_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(NewStaff("dian"));
        await using var late = database.Services.GetRequiredService<ISlrtDatabase>().NewContext();
        (await late.StaffMembers.SingleAsync()).Name = "Dian";
        late.Add(NewStaff("rina"));
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync("delete from staff_member"), default);

        // Act
        var failure = await Record.ExceptionAsync(() => database.Gate.SaveAsync(late, default));

        // Assert
        Assert.IsType<DbUpdateConcurrencyException>(failure);
        Assert.Equal(0, await database.ReadAsync(db => db.StaffMembers.CountAsync()));
    }

    [Fact]
    public async Task The_model_asks_for_nothing_that_writing_row_by_row_cannot_do()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        // Act
        var beyond = await database.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(Beyond).ToList()));

        // Assert
        Assert.Empty(beyond);
    }

    private static IEnumerable<string> Beyond(IEntityType entity) =>
    [
        .. entity.GetForeignKeys().Where(k => k.PrincipalEntityType == entity || k.IsOwnership).Select(k => $"{entity.DisplayName()} belongs to itself"),
        .. entity.GetSkipNavigations().Select(n => $"{n.Name} has no class of its own"),
        .. entity.GetComplexProperties().Select(p => $"{p.Name} is more than a column"),
        .. entity.GetProperties().Where(p => p.IsShadowProperty() || p.ValueGenerated != ValueGenerated.Never && p.ClrType != typeof(Guid))
            .Select(p => $"{entity.DisplayName()}.{p.Name} is made by the database"),
    ];

    private static StaffMember NewStaff(string name) => new()
    {
        Id = SequentialId.Next(DateTime.UnixEpoch),
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        Name = name,
        SecurityStamp = name,
        CreatedAt = DateTime.UnixEpoch,
    };

    private static StaffRole RoleOf(StaffMember staff, string area) => new()
    {
        Id = SequentialId.Next(DateTime.UnixEpoch),
        StaffId = staff.Id,
        Role = Role.Analyst,
        AreaCode = area,
    };
}
