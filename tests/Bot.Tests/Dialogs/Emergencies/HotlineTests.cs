using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Emergencies;

/// <summary>Whose numbers are told in which danger.</summary>
public sealed class HotlineTests
{
    [Theory]
    [InlineData(DangerKind.Self, "crisis=119 ext 8;ambulance=119;police=110")]
    [InlineData(DangerKind.Violence, "violence=129;violence_chat=08111-129-129;police=110;ambulance=119")]
    [InlineData(DangerKind.Illness, "ambulance=119;police=110")]
    [InlineData(DangerKind.Fire, "fire=113;ambulance=119;police=110")]
    [InlineData(DangerKind.Disaster, "fire=113;ambulance=119;police=110")]
    [InlineData(DangerKind.Hunger, "ambulance=119;police=110")]
    [InlineData(DangerKind.General, "police=110;ambulance=119;fire=113;violence=129")]
    public void Those_that_help_come_first_and_others_are_left_out(DangerKind danger, string expected) =>
        Assert.Equal(expected, Told(new OfficeOptions(), danger));

    [Theory]
    [InlineData(DangerKind.Illness, "ambulance=022-119;emergency=112")]
    [InlineData(DangerKind.Disaster, "disaster=022-5891234;emergency=112;fire=113;ambulance=022-119")]
    public void The_regencys_own_numbers_stand_for_the_countrys_and_what_it_leaves_empty_is_left_out(DangerKind danger, string expected)
    {
        // Arrange
        var office = new OfficeOptions { Hotlines = "emergency=112;ambulance=022-119;disaster=022-5891234;police=" };

        // Act, Assert
        Assert.Equal(expected, Told(office, danger));
    }

    [Fact]
    public void What_was_settled_on_the_screens_stands_for_both()
    {
        // Arrange
        var settled = new SettledValues();
        settled.Settle(new("hotline.ambulance"), "0812-3456");
        settled.Settle(new("hotline.police"), "");
        settled.Settle(new("hotline.emergency"), "112");

        // Act, Assert
        Assert.Equal("ambulance=0812-3456;emergency=112", Told(new OfficeOptions(), DangerKind.Illness, settled));
        Assert.Equal("ambulance=0812-3456;fire=113;violence=129;emergency=112", Told(new OfficeOptions(), DangerKind.General, settled));
    }

    private static string Told(OfficeOptions office, DangerKind danger, SettledValues? settled = null) =>
        string.Join(';', new OfficeFacts(office, settled ?? new SettledValues()).Lines(danger).Select(line => $"{line.Kind}={line.Number}"));
}
