using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console;
using SlrtBot.Console.Security;
using SlrtBot.Core;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

public sealed class DoorTests
{
    [Fact]
    public void Every_act_takes_its_provenance_and_returns_an_outcome()
    {
        // Act
        var wrong = DoorRules.ActsWithoutProvenance(typeof(CoreServices).Assembly.GetTypes());

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(typeof(ActOfNobody))]
    [InlineData(typeof(ActWithoutOutcome))]
    public void An_act_of_nobody_is_found(Type sample)
    {
        // Act
        var wrong = DoorRules.ActsWithoutProvenance([sample]);

        // Assert
        Assert.Single(wrong);
    }

    [Fact]
    public void Every_page_names_its_permission()
    {
        // Act
        var wrong = DoorRules.PagesWithoutPermission(typeof(ConsoleServices).Assembly.GetTypes());

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(typeof(OpenPage))]
    [InlineData(typeof(TwicePermittedPage))]
    public void A_page_without_one_clear_permission_is_found(Type sample)
    {
        // Act
        var wrong = DoorRules.PagesWithoutPermission([sample]);

        // Assert
        Assert.Single(wrong);
    }

    private sealed class ActOfNobody(Done done)
    {
        public Task<Outcome<Done>> DoAsync(string _) => Task.FromResult<Outcome<Done>>(done);
    }

    private sealed class ActWithoutOutcome(Task done)
    {
        public Task DoAsync(Provenance _) => done;
    }

    private sealed class OpenPage : PageModel;

    [Anyone]
    [Permits(Permission.ReadComplaints)]
    private sealed class TwicePermittedPage : PageModel;
}
