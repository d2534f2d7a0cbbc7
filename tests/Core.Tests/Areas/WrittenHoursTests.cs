using SlrtBot.Core.Areas;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

public sealed class WrittenHoursTests
{
    [Theory]
    [InlineData("Mon-Thu 08:00-15:00; Fri 08:00-14:30", "Mon-Thu 08:00-15:00; Fri 08:00-14:30")]
    [InlineData("Senin-Kamis 08.00-15.00; Jumat 08.00-14.30", "Mon-Thu 08:00-15:00; Fri 08:00-14:30")]
    [InlineData("senin s/d kamis 8.00 – 15.00\nJum'at 8.00 sampai 14.30", "Mon-Thu 08:00-15:00; Fri 08:00-14:30")]
    [InlineData("Sen-Jum 7.30-14.00; Sab 08.00-11.00;", "Mon-Fri 07:30-14:00; Sat 08:00-11:00")]
    public void Hours_are_read_as_offices_write_them(string written, string expected) => Assert.Equal(expected, WrittenHours.Read(written));

    [Theory]
    [InlineData("")]
    [InlineData("zzz")]
    [InlineData("Senin")]
    [InlineData("Senin 15.00-08.00")]
    [InlineData("Senin 08.00-25.00")]
    [InlineData("'; drop table setting; --")]
    public void What_names_no_hours_is_not_guessed(string written) => Assert.Null(WrittenHours.Read(written));

    [Theory]
    [InlineData("20.00-07.00", "20:00-07:00")]
    [InlineData("21.00 sampai 6.00", "21:00-06:00")]
    [InlineData("malam", null)]
    public void Quiet_hours_go_over_midnight(string written, string? expected) => Assert.Equal(expected, WrittenHours.ReadSpan(written));

    [Theory]
    [InlineData("Mon-Thu 08:00-15:00; Fri 08:00-14:30", "Mon-Thu 08:00-15:00; Fri 08:00-14:30")]
    [InlineData("Sun 09:00-11:00; Sat 09:00-11:00; Mon 08:00-15:00; Tue 08:00-15:00", "Mon-Tue 08:00-15:00; Sat-Sun 09:00-11:00")]
    [InlineData("Wed 08:00-15:00; Mon 08:00-15:00", "Mon 08:00-15:00; Wed 08:00-15:00")]
    public void A_week_is_written_with_its_days_in_spans(string hours, string expected) => Assert.Equal(expected, OfficeHours.Parse(hours).ToString());

    [Fact]
    public void They_are_shown_in_the_readers_words_and_read_back()
    {
        // Act
        var shown = WrittenHours.Show("Mon-Thu 08:00-15:00; Fri 08:00-14:30", "id");

        // Assert
        Assert.Equal("Senin-Kamis 08.00-15.00; Jumat 08.00-14.30", shown);
        Assert.Equal("Mon-Thu 08:00-15:00; Fri 08:00-14:30", WrittenHours.Read(shown));
    }
}
