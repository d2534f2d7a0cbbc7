using System.Net;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Core.Tests.Kernel;

public sealed class HouseholdTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::9", "2001:db8:1:2::")]
    [InlineData("::1", "::")]
    public void Addresses_of_one_household_are_one(string address, string household) =>
        Assert.Equal(IPAddress.Parse(household), Household.Of(IPAddress.Parse(address)));

    [Fact]
    public void Who_has_no_address_shares_one() => Assert.Equal(IPAddress.None, Household.Of(null));
}
