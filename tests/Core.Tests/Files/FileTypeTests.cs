using System.Text;
using SlrtBot.Core.Files;
using Xunit;

namespace SlrtBot.Core.Tests.Files;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "jpeg")]
    [InlineData("\u0089PNG\r\n\u001A\n", "png")]
    [InlineData("RIFF\u0004\u0000\u0000\u0000WEBP", "webp")]
    [InlineData("RIFF\u0004\u0000\u0000\u0000WAVE", "wav")]
    [InlineData("%PDF-1.4", "pdf")]
    [InlineData("OggS\u0000\u0002", "ogg")]
    [InlineData("ID3\u0004", "mp3")]
    [InlineData("\u00FF\u00FB\u0090\u0064", "mp3")]
    [InlineData("\u0000\u0000\u0000\u0020ftypM4A ", "m4a")]
    [InlineData("\u0000\u0000\u0000\u0018ftypmp42", "mp4")]
    [InlineData("\u0000\u0000\u0000\u0018ftyp3gp4", "mp4")]
    [InlineData("#!AMR\n", "amr")]
    public void The_first_bytes_tell_the_kind(string bytes, string code)
    {
        // Act
        var type = FileType.Of(Encoding.Latin1.GetBytes(bytes));

        // Assert
        Assert.Equal(code, type?.Code);
        Assert.Equal(type, FileType.OfContentType(type!.ContentType));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("PK\u0003\u0004\u0014\u0000")]
    [InlineData("GIF89a")]
    [InlineData("<!doctype html>")]
    [InlineData("RIFF\u0004\u0000\u0000\u0000AVI ")]
    [InlineData("RIFF\u0004")]
    [InlineData("\u0000\u0000\u0000\u0018ftypheic")]
    [InlineData("\u00FF\u00F1\u0050\u0080")]
    [InlineData("\u00FF\u00FF\u00FF\u00FF")]
    public void Everything_else_is_not_kept(string bytes)
    {
        // Act
        var type = FileType.Of(Encoding.Latin1.GetBytes(bytes));

        // Assert
        Assert.Null(type);
    }
}
