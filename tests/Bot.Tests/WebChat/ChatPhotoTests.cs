using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Files;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Bot.Tests.WebChat;

public sealed class ChatPhotoTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_photo_is_kept_without_its_secrets_and_reaches_the_bot_with_its_words(DatabaseProvider provider)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(provider);
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.AttachAsync("atap bocor", SamplePictures.PhoneJpeg());

        // Assert
        Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
        var turn = site.Bot.Turns.Single();
        var row = await site.ReadAsync(db => db.StoredFiles.SingleAsync());
        Assert.Equal("atap bocor", turn.Activity.Text);
        Assert.Equal((FileState.Stored, FileKind.Photo, "image/jpeg"), (row.State, row.Kind, row.ContentType));
        Assert.Equal(turn.Files.Single().Id, row.Id);
        Assert.Equal(turn.Conversation.Id, row.ConversationId);
        var bytes = (await site.App.Services.GetRequiredService<FileStore>().ReadAsync(row.Id, default))!;
        Assert.Equal(row.Size, bytes.Length);
        Assert.Equal(row.Sha256, System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.DoesNotContain(SamplePictures.Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_disk_is_readable_and_no_name_was_chosen_by_the_sender()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.AttachAsync("kalimat penanda", SamplePictures.PhonePng());

        // Assert
        var files = System.IO.Directory.GetFiles(Path.Combine(site.Directory, "files"), "*", SearchOption.AllDirectories);
        Assert.Matches("/files/[0-9a-f]{2}/[0-9a-f-]{36}$", Assert.Single(files));
        foreach (var file in System.IO.Directory.GetFiles(site.Directory, "*", SearchOption.AllDirectories).Where(f => !f.Contains("keys", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await open.CopyToAsync(copy);
            var text = Encoding.Latin1.GetString(copy.ToArray());
            Assert.DoesNotContain("IHDR", text, StringComparison.Ordinal);
            Assert.DoesNotContain("kalimat penanda", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Several_photos_at_once_are_an_album()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.AttachAsync("", SamplePictures.PhoneJpeg(), SamplePictures.PhonePng(), SamplePictures.PhoneWebP());

        // Assert
        await Eventually.BeAsync(() => Task.FromResult(site.Bot.Turns.Count == 3));
        Assert.NotNull(site.Bot.Turns.First().Activity.ReadAlbum());
        Assert.Single(site.Bot.Turns.Select(t => t.Activity.ReadAlbum()).Distinct());
    }

    [Fact]
    public async Task A_photo_over_the_limit_is_refused_in_words_and_the_conversation_goes_on()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        byte[] large = [.. SamplePictures.PlainJpeg, .. new byte[10 * 1024 * 1024]];

        // Act
        await browser.AttachAsync("", large);
        var refused = (browser.Answer.StatusCode, browser.Page.QuerySelector("[role=alert]")!.TextContent);
        await browser.WriteAsync("tanpa foto saja");

        // Assert
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Berkas ini terlalu besar. Paling besar 10 MB."), refused);
        Assert.Equal(["Anda bilang: tanpa foto saja"], browser.Said("bot"));
        Assert.Equal(0, await site.ReadAsync(db => db.StoredFiles.CountAsync()));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("%PDF-1.7 1 0 obj")]
    [InlineData("PK\u0003\u0004 zip")]
    public async Task What_is_no_picture_is_refused_and_the_words_beside_it_are_heard(string bytes)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.AttachAsync("ini buktinya", Encoding.Latin1.GetBytes(bytes));

        // Assert
        Assert.Contains("JPEG, PNG atau WebP", browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ini buktinya", site.Bot.Turns.Single().Activity.Text);
        Assert.False(System.IO.Directory.Exists(Path.Combine(site.Directory, "files")));
    }

    [Fact]
    public async Task A_sixth_photo_of_one_post_is_refused()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.AttachAsync("", [.. Enumerable.Range(1, 6).Select(i => SamplePictures.PhoneJpeg(i))]);

        // Assert
        Assert.NotNull(browser.Page.QuerySelector("[role=alert]"));
        await Eventually.BeAsync(() => Task.FromResult(site.Bot.Turns.Count == 5));
    }

    [Fact]
    public async Task While_the_disk_takes_nothing_the_page_says_so_and_keeps_the_words()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(site.Directory, "files"), "in the way");

        // Act
        await browser.AttachAsync("atap bocor", SamplePictures.PhoneJpeg());

        // Assert
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Answer.StatusCode);
        Assert.NotNull(browser.Answer.Headers.RetryAfter);
        Assert.Equal("atap bocor", browser.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(0, await site.ReadAsync(db => db.InboundMessages.CountAsync()));
    }
}
