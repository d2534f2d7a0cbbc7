using System.Text.Json.Nodes;
using SlrtBot.Core.Sealing;
using Xunit;

namespace SlrtBot.Core.Tests.Sealing;

public sealed class FieldKeyRingTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("slrt-keys-").FullName;

    private string File_ => Path.Combine(_directory, "keys", "fields.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private FieldKeyRing Load() => FieldKeyRing.LoadOrCreate(File_, TimeProvider.System);

    [Fact]
    public void The_first_start_makes_a_ring_that_only_its_owner_may_read()
    {
        // Act
        var ring = Load();

        // Assert
        Assert.True(ring.CreatedNow);
        Assert.Equal(1, ring.CurrentKeyId);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(File_));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.GetDirectoryName(File_)!));
        }

        Assert.Equal([File_], Directory.GetFiles(Path.GetDirectoryName(File_)!));
    }

    [Fact]
    public void A_later_start_opens_what_an_earlier_one_sealed()
    {
        // Arrange
        var row = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
        var first = Load();
        var value = new FieldCipher(first).Seal("Icih", new("person"), row, "name");

        // Act
        var second = Load();

        // Assert
        Assert.False(second.CreatedNow);
        Assert.Equal("Icih", new FieldCipher(second).Open(value, new("person"), row, "name"));
        Assert.Equal(new BlindIndex(first).Of("nik", "3204371203749999"), new BlindIndex(second).Of("nik", "3204371203749999"));
    }

    [Fact]
    public async Task Two_starts_at_once_end_with_the_same_ring()
    {
        // Act
        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Load)));

        // Assert
        Assert.Single(rings.Select(r => Convert.ToHexString(r.FieldKey(1)!)).Distinct());
        Assert.Equal([File_], Directory.GetFiles(Path.GetDirectoryName(File_)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"version\":1")]
    [InlineData("{\"version\":2,\"current\":1,\"keys\":[],\"index\":\"\"}")]
    [InlineData("{\"version\":1,\"current\":1,\"keys\":[{\"id\":1,\"created\":\"2026-01-01T00:00:00Z\",\"key\":\"c2hvcnQ=\"}],\"index\":\"c2hvcnQ=\"}")]
    [InlineData("{\"version\":1,\"current\":1,\"keys\":[{\"id\":1,\"created\":\"2026-01-01T00:00:00Z\",\"key\":\"not base 64!\"}],\"index\":\"\"}")]
    public void A_damaged_ring_is_refused_with_the_setting_and_the_fix_but_without_its_content(string content)
    {
        // Arrange
        Load();
        File.WriteAllText(File_, content);

        // Act
        var refused = Record.Exception(Load);

        // Assert
        var message = Assert.IsType<FieldKeyException>(refused).Message;
        Assert.Contains("Crypto__KeyFile", message);
        Assert.Contains(File_, message);
        Assert.DoesNotContain("c2hvcnQ", refused.ToString());
        Assert.DoesNotContain("base 64!", refused.ToString());
    }

    [Theory]
    [InlineData("current", 9)]
    [InlineData("twice", 1)]
    public void A_ring_whose_ids_do_not_fit_together_is_refused(string what, int id)
    {
        // Arrange
        Load();
        var json = JsonNode.Parse(File.ReadAllText(File_))!;
        if (what == "current")
        {
            json["current"] = id;
        }
        else
        {
            json["keys"]!.AsArray().Add(json["keys"]![0]!.DeepClone());
        }

        File.WriteAllText(File_, json.ToJsonString());

        // Act
        var refused = Record.Exception(Load);

        // Assert
        Assert.IsType<FieldKeyException>(refused);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_ring_that_others_may_read_is_refused_with_the_command_that_mends_it(UnixFileMode extra)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Arrange
        Load();
        File.SetUnixFileMode(File_, UnixFileMode.UserRead | UnixFileMode.UserWrite | extra);

        // Act
        var refused = Record.Exception(Load);

        // Assert
        Assert.Contains($"chmod 600 '{File_}'", Assert.IsType<FieldKeyException>(refused).Message);
    }

    [Fact]
    public void A_path_that_cannot_be_made_is_refused_by_the_name_of_the_setting()
    {
        // Arrange
        File.WriteAllText(Path.Combine(_directory, "keys"), "a file where the directory should be");

        // Act
        var refused = Record.Exception(Load);

        // Assert
        Assert.Contains("Crypto__KeyFile", Assert.IsType<FieldKeyException>(refused).Message);
    }
}
