using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class PartnerVerbTests
{
    [Fact]
    public async Task A_list_of_partners_is_imported_and_imported_again_brings_it_up_to_date()
    {
        // Arrange
        using var program = new ProgramRun();
        var file = program.File(
            "partners.csv",
            """
            code;name;kind;services;area;telephone
            dinkes;Dinas Kesehatan;government_service;N1 K2;32.04;022-5897680
            rs-contoh;RS Contoh;hospital;N1;32.04;
            """);

        // Act
        var first = await program.VerbAsync("partners", "import", file);
        var added = program.Out.ToString();
        var again = await program.VerbAsync("partners", "import", file);

        // Assert
        Assert.Equal((0, 0), (first, again));
        Assert.StartsWith("2 partners added, 0 brought", added);
        Assert.StartsWith("0 partners added, 2 brought", program.Out.ToString());
    }

    [Fact]
    public async Task A_list_with_mistakes_changes_nothing_and_names_each_line()
    {
        // Arrange
        using var program = new ProgramRun();
        var file = program.File(
            "partners.csv",
            """
            code,name,kind,services,area,response_days
            dinkes,,office,N1,3204,0
            dinkes,Dinas Kesehatan,ngo,kesehatan,32.04,5
            """);

        // Act
        var exit = await program.VerbAsync("partners", "import", file);

        // Assert
        Assert.Equal(1, exit);
        var lines = program.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':')[0]);
        Assert.Equal(
            ["line 2, name", "line 2, kind", "line 2, area", "line 2, response_days", "line 3, services", "line 3, code"], lines);
    }
}
