using System.Text;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Core.Tests.Kernel;

/// <summary>Lists as Excel saves them: read as they are, or refused with the line and what to do.</summary>
public sealed class SheetListTests
{
    [Theory]
    [InlineData("user,name\nani,Ani\n")]
    [InlineData("sep=;\r\nNAME;User\r\nAni;ani\r\n")]
    [InlineData("user;name;;\r\nani;Ani;;\r\n;;;\r\n;;;\r\n")]
    [InlineData(";user; name ;\n;ani; Ani ;left over\n")]
    [InlineData("user\tname\n\nani\tAni\n")]
    public void What_a_spreadsheet_adds_does_not_matter(string text)
    {
        // Act
        var rows = SheetList.Read(Encoding.UTF8.GetBytes(text), "user", "name");

        // Assert
        var row = Assert.Single(rows.Value);
        Assert.Equal(("ani", "Ani", ""), (row["user"], row["name"], row["telephone"]));
    }

    [Theory]
    [InlineData("user,name,USER\nani,Ani,x\n", "list_column_twice", null)]
    [InlineData("user,nama\nani,Ani\n", "list_column_missing", null)]
    [InlineData("user,name\n,\n", "list_empty", null)]
    [InlineData("user,name,telephone\nani,Ani,\n\nbudi,Budi,\"6,28E+11\"\n", "list_number_shortened", "line 4, telephone")]
    [InlineData("sep=,\nuser,name\nani,6.28123E+12\n", "list_number_shortened", "line 3, name")]
    public void What_cannot_be_meant_is_refused_with_its_line(string text, string code, string? field)
    {
        // Act
        var rows = SheetList.Read(Encoding.UTF8.GetBytes(text), "user", "name");

        // Assert
        Assert.Equal([(code, field)], rows.Refusals.Select(r => (r.Code, r.Field)));
    }

    [Fact]
    public void Commas_in_addresses_do_not_separate_where_semicolons_do()
    {
        // Act
        var rows = SheetList.Read("code;name;address\nA;Ani;Kp. Satu, RT 1, RW 2, Desa Dua, Kec. Tiga\nB;Budi;Jalan, Gang, Blok\n"u8.ToArray(), "code", "name");

        // Assert
        Assert.Equal(["Ani", "Budi"], rows.Value.Select(r => r["name"]));
    }

    [Theory]
    [InlineData("E-12")]
    [InlineData("Blok E+1")]
    public void A_name_with_an_E_is_no_number(string name)
    {
        // Act
        var rows = SheetList.Read(Encoding.UTF8.GetBytes($"user,name\nani,{name}\n"), "user", "name");

        // Assert
        Assert.Equal(name, Assert.Single(rows.Value)["name"]);
    }

    [Fact]
    public void Letters_come_out_right_however_they_were_saved()
    {
        // Arrange
        const string Text = "user,name\nandre,André “Dédé” – Nuñez\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Text),
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)],
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
        ];

        // Act
        var read = files.Select(file => SheetList.Read(file, "user", "name")).ToList();

        // Assert
        Assert.All(read, list => Assert.Equal("André “Dédé” – Nuñez", Assert.Single(list.Value)["name"]));
    }
}
