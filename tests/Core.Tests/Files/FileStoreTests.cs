using System.Security.Cryptography;
using System.Text;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Tests.Sealing;
using Xunit;

namespace SlrtBot.Core.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("Beras bantuan sudah berkutu sejak bulan lalu");

    private readonly string _directory = Directory.CreateTempSubdirectory("slrt-files-").FullName;

    private readonly FileStore _store;

    public FileStoreTests() =>
        _store = new FileStore(new FieldCipher(KeyRings.InMemory()), new DatabaseOptions { DataDirectory = _directory });

    [Fact]
    public async Task What_was_written_is_read_again_and_lies_sealed_for_the_owner_only()
    {
        // Arrange
        var id = SequentialId.Next(DateTime.UnixEpoch);

        // Act
        await _store.WriteAsync(id, Words, CancellationToken.None);

        // Assert
        Assert.Equal(Words, await _store.ReadAsync(id, CancellationToken.None));
        var file = Assert.Single(Directory.GetFiles(_directory, "*", SearchOption.AllDirectories));
        Assert.Equal(Path.Combine(_directory, "files", $"{id:N}"[^2..], $"{id:D}"), file);
        Assert.DoesNotContain("berkutu", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Bytes_of_one_file_do_not_open_as_another()
    {
        // Arrange
        var (mine, other) = (SequentialId.Next(DateTime.UnixEpoch), SequentialId.Next(DateTime.UnixEpoch));
        await _store.WriteAsync(mine, Words, CancellationToken.None);
        await _store.WriteAsync(other, Words, CancellationToken.None);
        File.Copy(_store.PathOf(mine), _store.PathOf(other), overwrite: true);

        // Act
        var failure = await Record.ExceptionAsync(() => _store.ReadAsync(other, CancellationToken.None));

        // Assert
        Assert.IsType<CryptographicException>(failure);
    }

    [Fact]
    public async Task A_second_writing_replaces_the_first_and_deleting_twice_is_no_fault()
    {
        // Arrange
        var id = SequentialId.Next(DateTime.UnixEpoch);
        await _store.WriteAsync(id, new byte[5], CancellationToken.None);

        // Act
        await _store.WriteAsync(id, Words, CancellationToken.None);
        var stored = await _store.ReadAsync(id, CancellationToken.None);
        _store.Delete(id);
        _store.Delete(id);

        // Assert
        Assert.Equal(Words, stored);
        Assert.Null(await _store.ReadAsync(id, CancellationToken.None));
        Assert.Null(await _store.ReadAsync(SequentialId.Next(DateTime.UnixEpoch), CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
