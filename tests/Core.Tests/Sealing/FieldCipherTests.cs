using System.Security.Cryptography;
using System.Text;
using SlrtBot.Core.Sealing;
using Xunit;

namespace SlrtBot.Core.Tests.Sealing;

public sealed class FieldCipherTests
{
    private static readonly Guid Row = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
    private static readonly Guid OtherRow = Guid.Parse("0198c0de-0000-7000-8000-000000000002");
    private readonly FieldCipher _cipher = new(KeyRings.InMemory());

    [Theory]
    [InlineData("")]
    [InlineData("Icih")]
    [InlineData("Rumah saya roboh 😭, mohon bantuan — ꦗꦮ")]
    public void A_sealed_text_opens_where_it_was_sealed(string plain)
    {
        // Act
        var value = _cipher.Seal(plain, new("complaint"), Row, "story");

        // Assert
        Assert.Equal(plain, _cipher.Open(value, new("complaint"), Row, "story"));
        Assert.Equal(2 + 12 + Encoding.UTF8.GetByteCount(plain) + 16, value.Bytes.Length);
    }

    [Fact]
    public void A_long_story_and_raw_bytes_open_again()
    {
        // Arrange
        var story = string.Concat(Enumerable.Repeat("Nama saya Icih. ", 6000));
        var raw = RandomNumberGenerator.GetBytes(100_000);

        // Act
        var opened = _cipher.Open(_cipher.Seal(story, new("t"), Row, "c"), new("t"), Row, "c");
        var openedRaw = _cipher.OpenBytes(_cipher.SealBytes(raw, new("t"), Row, "c"), new("t"), Row, "c");

        // Assert
        Assert.Equal(story, opened);
        Assert.Equal(raw, openedRaw);
    }

    [Fact]
    public void The_same_text_never_looks_the_same_twice_and_hides_its_words()
    {
        // Act
        var values = Enumerable.Range(0, 500).Select(_ => _cipher.Seal("3204371203749999", new("person"), Row, "nik")).ToList();

        // Assert
        Assert.Equal(500, values.Select(v => Convert.ToHexString(v.Bytes)).Distinct().Count());
        Assert.All(values, v => Assert.DoesNotContain("3204371203749999", Encoding.Latin1.GetString(v.Bytes)));
        Assert.Equal("(sealed)", values[0].ToString());
    }

    [Theory]
    [InlineData("household", false, "nik")]
    [InlineData("person", true, "nik")]
    [InlineData("person", false, "name")]
    public void A_value_moved_to_another_table_row_or_column_does_not_open(string table, bool otherRow, string column)
    {
        // Arrange
        var value = _cipher.Seal("3204371203749999", new("person"), Row, "nik");

        // Act
        var refused = Record.Exception(() => _cipher.Open(value, new(table), otherRow ? OtherRow : Row, column));

        // Assert
        Assert.IsType<CryptographicException>(refused);
        Assert.Contains($"{table}.{column}", refused.Message);
        Assert.DoesNotContain("3204371203749999", refused.ToString());
        Assert.DoesNotContain("0198c0de", refused.ToString());
    }

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        // Arrange
        var bytes = _cipher.Seal("Icih", new("person"), Row, "name").Bytes;

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var altered = bytes.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));

            // Act
            var refused = Record.Exception(() => _cipher.Open(new Sealed(altered), new("person"), Row, "name"));

            // Assert
            Assert.IsType<CryptographicException>(refused);
        }
    }

    [Fact]
    public void Any_shortened_value_is_noticed()
    {
        // Arrange
        var bytes = _cipher.Seal("Icih", new("person"), Row, "name").Bytes;

        // Act
        var refused = Enumerable.Range(0, bytes.Length)
            .Select(length => Record.Exception(() => _cipher.OpenBytes(new Sealed(bytes[..length]), new("person"), Row, "name")));

        // Assert
        Assert.All(refused, e => Assert.IsType<CryptographicException>(e));
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        // Act, Assert
        Assert.Null(_cipher.SealOptional(null, new("person"), Row, "nik"));
        Assert.Null(_cipher.OpenOptional(null, new("person"), Row, "nik"));
        Assert.Equal("x", _cipher.OpenOptional(_cipher.SealOptional("x", new("person"), Row, "nik"), new("person"), Row, "nik"));
    }

    [Fact]
    public void A_row_without_its_id_is_a_mistake_that_shows_at_once()
    {
        // Act
        var refused = Record.Exception(() => _cipher.Seal("Icih", new("person"), Guid.Empty, "name"));

        // Assert
        Assert.IsType<ArgumentException>(refused);
    }

    [Fact]
    public void After_a_rotation_old_values_open_and_new_ones_use_the_new_key()
    {
        // Arrange
        var old = _cipher.Seal("Icih", new("person"), Row, "name");
        var rotated = new FieldCipher(KeyRings.InMemory(1, 2));

        // Act
        var fresh = rotated.Seal("Icih", new("person"), Row, "name");

        // Assert
        Assert.Equal("Icih", rotated.Open(old, new("person"), Row, "name"));
        Assert.Equal(2, fresh.Bytes[1]);
        var refused = Record.Exception(() => _cipher.Open(fresh, new("person"), Row, "name"));
        Assert.Contains("key ring", Assert.IsType<CryptographicException>(refused).Message);
    }

    [Fact]
    public void Many_threads_may_seal_and_open_at_once()
    {
        // Act
        var wrong = Enumerable.Range(0, 20_000).AsParallel().WithDegreeOfParallelism(8).Count(i =>
            _cipher.Open(_cipher.Seal($"warga {i}", new("person"), Row, "name"), new("person"), Row, "name") != $"warga {i}");

        // Assert
        Assert.Equal(0, wrong);
    }
}
